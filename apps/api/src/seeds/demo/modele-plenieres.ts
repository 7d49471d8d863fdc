import type { DecisionSaisie, InstanceSaisie, SeanceSaisie } from '@pleniere/plenieres/domain';

/** A body of the contrat. */
export type InstanceDemo = InstanceSaisie;

/** A séance of an instance (by key), with its agenda and its decisions; fiches by code, organisations by key. */
export interface SeanceDemo extends Pick<
  SeanceSaisie,
  'date' | 'heure' | 'lieu' | 'statut' | 'presences' | 'compteRendu'
> {
  instance: string;
  points: readonly { fiche?: string; titre?: string }[];
  decisions: readonly (Pick<DecisionSaisie, 'texte' | 'echeance' | 'statut' | 'suivi'> & {
    fiche?: string;
    responsable?: string;
  })[];
}

/** An arrêté frozen on a past day for a séance (by its key); people by key, fiches those in force that day. */
export interface ArreteDemo {
  titre: string;
  seance: string;
  auteur: string;
  figeLe: string;
}
