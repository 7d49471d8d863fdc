/** Propositions that have so many votes, from `de` to `a`; no end when `a` is null. */
export interface TrancheDeVotes {
  de: number;
  a: number | null;
  propositions: number;
}

/** Votes and people, on one side of the control of votes. */
export interface VotesComptes {
  participants: number;
  votes: number;
}

/** How a consultation goes, without saying which proposition leads: nothing here ranks anything. */
export interface SanteVotes {
  /** Propositions that can be voted on, by how many votes they have. */
  repartition: TrancheDeVotes[];
  /** Least, middle and most votes of a proposition. */
  minimum: number;
  mediane: number;
  maximum: number;
  /** Votes of each of the last thirty days, Paris time. */
  jours: { jour: string; votes: number }[];
  origines: { origine: string; votes: number }[];
  /** Sequences of twelve that were served, and those of which every card has its vote. */
  sequences: { servies: number; terminees: number };
  retenus: VotesComptes;
  suspects: VotesComptes;
  moderation: { decidees: number; sous48h: number };
}

/** Bounds of the classes of votes of a proposition, the fragile ones apart. */
export const TRANCHES_DE_VOTES: readonly Pick<TrancheDeVotes, 'de' | 'a'>[] = [
  { de: 0, a: 0 },
  { de: 1, a: 9 },
  { de: 10, a: 29 },
  { de: 30, a: 99 },
  { de: 100, a: null },
];
