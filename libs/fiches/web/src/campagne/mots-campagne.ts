import { type Avancement, type EtatAvancement, type EtatCampagne, faites } from '@pleniere/indicateurs/domain';
import type { NomIcone, Ton } from '@pleniere/shared/ui';

/** A state as word, icon and hue: never by its colour alone. */
export interface Signe {
  libelle: string;
  icone: NomIcone;
  ton: Ton;
}

/** How far the collection has come in one place. */
export const SIGNES_AVANCEMENT: Readonly<Record<EtatAvancement, Signe>> = {
  complet: { libelle: 'Complet', icone: 'fait', ton: 'succes' },
  'en-cours': { libelle: 'En cours', icone: 'en-cours', ton: 'info' },
  'en-retard': { libelle: 'En retard', icone: 'echeance', ton: 'alerte' },
  'aucune-reponse': { libelle: 'Aucune réponse', icone: 'a-venir', ton: 'attention' },
  'sans-objet': { libelle: 'Rien d’attendu', icone: 'retirer', ton: 'neutre' },
};

/** Where a campagne stands. */
export const SIGNES_CAMPAGNE: Readonly<Record<EtatCampagne, Signe>> = {
  ouverte: { libelle: 'Ouverte', icone: 'modifier', ton: 'info' },
  echue: { libelle: 'Échéance dépassée', icone: 'echeance', ton: 'alerte' },
  close: { libelle: 'Close', icone: 'verrou', ton: 'neutre' },
};

/** « 12 sur 14 »: cells that are answered and not to be done again, out of those expected. */
export function direCompte(avancement: Avancement): string {
  return `${faites(avancement)} sur ${avancement.attendues}`;
}
