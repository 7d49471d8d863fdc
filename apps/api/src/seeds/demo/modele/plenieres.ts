import type { Meteo } from '@pleniere/fiches/domain';
import type { DecisionSaisie, InstanceSaisie, SeanceSaisie } from '@pleniere/plenieres/domain';
import type { RedactionFiche } from './redaction';

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
    /** Day on which it was done: an arrêté of an earlier day does not know of it. */
    faiteLe?: string;
  })[];
}

/** An arrêté frozen on a past day for a séance (by its key); people by key, fiches those in force that day. */
export interface ArreteDemo {
  titre: string;
  seance: string;
  auteur: string;
  figeLe: string;
  /** What fiches (by code) said otherwise that day. */
  textes?: Readonly<Record<string, RedactionFiche>>;
  /** Weather that the villes (by code of fiche, then key) gave otherwise that day. */
  meteos?: Readonly<Record<string, Readonly<Record<string, Meteo | null>>>>;
}
