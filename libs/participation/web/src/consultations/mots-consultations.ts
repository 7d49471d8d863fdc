import type { StatutConsultation } from '@pleniere/participation/domain';
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
