import type { StatutConsultation } from '@pleniere/participation/domain';
import { accorder, INSECABLE } from '@pleniere/shared/domain';
import type { NomIcone, Ton } from '@pleniere/shared/ui';

/** Icon and weight of each statut. */
export const SIGNES_CONSULTATION: Readonly<Record<StatutConsultation, { ton: Ton; icone: NomIcone }>> = {
  brouillon: { ton: 'neutre', icone: 'brouillon' },
  programmee: { ton: 'info', icone: 'a-venir' },
  ouverte: { ton: 'succes', icone: 'en-cours' },
  'vote-seul': { ton: 'attention', icone: 'echeance' },
  close: { ton: 'attente', icone: 'verrou' },
  analyse: { ton: 'attente', icone: 'relecture' },
  restituee: { ton: 'succes', icone: 'public' },
  suites: { ton: 'info', icone: 'action' },
  archivee: { ton: 'neutre', icone: 'archive' },
  suspendue: { ton: 'alerte', icone: 'alerte' },
  annulee: { ton: 'neutre', icone: 'abandon' },
};

/** Statuts in which residents still write or vote. */
export const EN_COURS: readonly StatutConsultation[] = ['ouverte', 'vote-seul'];
/** Statuts in which the results are frozen. */
export const GELEES: readonly StatutConsultation[] = ['analyse', 'restituee', 'suites', 'archivee'];

const HEURE = 3_600_000;
/** Hours within which a proposition is to be read. */
const CIBLE_HEURES = 48;

/** « depuis 26 h »; late beyond two days, the promise made to residents. */
export function direAge(iso: string, maintenant = Date.now()): { texte: string; tard: boolean } {
  const heures = Math.max(0, Math.floor((maintenant - Date.parse(iso)) / HEURE));
  const dit = heures < CIBLE_HEURES ? `${heures}${INSECABLE}h` : accorder(Math.floor(heures / 24), 'jour');
  return { texte: `depuis ${dit}`, tard: heures >= CIBLE_HEURES };
}

/** « T 1.1 » of a code. */
export function direCode(code: string): string {
  return `${code.slice(0, 1)}${INSECABLE}${code.slice(1)}`;
}
