/** What becomes of a decision. */
export const STATUTS_DECISION = ['a-faire', 'en-cours', 'faite', 'abandonnee'] as const;
/** Slug of a decision's statut. */
export type StatutDecision = (typeof STATUTS_DECISION)[number];

/** French label of each statut. */
export const LIBELLES_STATUTS_DECISION: Readonly<Record<StatutDecision, string>> = {
  'a-faire': 'À faire',
  'en-cours': 'En cours',
  faite: 'Faite',
  abandonnee: 'Abandonnée',
};

/** A fiche of the agenda as a list names it; its code is canonical (`T1.1`). */
export interface FicheDuPoint {
  id: string;
  code: string;
  titre: string;
}

/** What an instance decided, on a fiche or not, followed until it is done. */
export interface Decision {
  id: string;
  version: number;
  seanceId: string;
  /** Day and instance of the séance that took it. */
  seance: { date: string; instance: string };
  /** Rank within the séance, from 1. */
  rang: number;
  fiche: FicheDuPoint | null;
  texte: string;
  responsable: { id: string; nom: string } | null;
  echeance: string | null;
  statut: StatutDecision;
  /** What was done of it, in words. */
  suivi: string;
}

/** What is typed to create or change a decision. */
export interface DecisionSaisie extends Pick<Decision, 'texte' | 'echeance' | 'statut' | 'suivi'> {
  ficheId: string | null;
  responsableId: string | null;
}

/** True while something remains to be done. */
export function estOuverte({ statut }: Pick<Decision, 'statut'>): boolean {
  return statut === 'a-faire' || statut === 'en-cours';
}

/** True when an open decision is past its due date; `aujourdhui` is an ISO day. */
export function decisionEnRetard(decision: Pick<Decision, 'statut' | 'echeance'>, aujourdhui: string): boolean {
  return estOuverte(decision) && decision.echeance !== null && decision.echeance < aujourdhui;
}
