import type { CAUSES_REVISION, ChampId, IssueFiche, SensAvis, StatutFiche } from '@pleniere/fiches/domain';
import type { RedactionFiche } from './redaction';

/** A change of one field of an action (named by its letter) or of a déclinaison (named by its ville). */
export interface EvolutionDemo {
  quand: string;
  auteur: string;
  objet: 'action' | 'declinaison';
  nom: string;
  champ: string;
  avant: string;
  apres: string;
}

/** A step of the circuit that the fiche has followed. */
export interface PassageDemo {
  quand: string;
  auteur: string;
  de: StatutFiche;
  vers: StatutFiche;
  motif?: string;
}

/** What happens to a fiche along the circuit, besides entering in force. */
export interface CircuitDemo {
  /** Second revision, being written over the text in force. */
  revision?: RevisionDemo;
  avis?: readonly AvisDemo[];
  issue?: IssueFiche;
  /** Codes of the fiches that it became. */
  suites?: readonly string[];
}

/** A revision being written: why, by whom, how far, and the fields that it changes. */
export interface RevisionDemo {
  statut: StatutFiche;
  cause: { sorte: (typeof CAUSES_REVISION)[number]; texte: string };
  auteur: string;
  ouverteLe: string;
  soumiseLe: string;
  transmiseLe?: string;
  avisEcheance?: string;
  correction?: { motif: string; par: string; le: string };
  redaction: RedactionFiche;
}

/** An avis of the State; a point that has an answer is lifted. */
export interface AvisDemo {
  revision: number;
  auteur: string;
  quand: string;
  sens: SensAvis;
  texte: string;
  points: readonly { champ: ChampId | null; texte: string; reponse?: string; par?: string; le?: string }[];
}
