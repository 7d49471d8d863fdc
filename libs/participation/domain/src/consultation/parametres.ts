import type { DatesConsultation } from './types';

/** What is adopted for every consultation; the sources of each are in the documentation of participation. */
export const PARAMETRES_CONSULTATION = {
  /** Cards of a sequence, and the shares of new and of controversial ones when the bandit chooses. */
  sequence: 12,
  partNouvelles: 0.3,
  partControversees: 0.1,
  /** Up to so many accepted propositions, the least seen go first; above, the bandit chooses. */
  moinsVuesJusqua: 150,
  /** Votes in sequence beyond which a proposition is tested enough. */
  votesMax: 1_500,
  /** Propositions of one participant. */
  propositionsParJour: 5,
  propositionsParMinute: 1,
  enAttenteSansCourriel: 3,
  /** Votes of one participant, a minute, and at a stretch. */
  votesParMinute: 60,
  rafaleVotes: 20,
  /** Beyond so many votes, more than this share of anonymous ones is told. */
  anonymesApres: 100,
  partAnonymesMax: 0.5,
  /** Minutes for which a moderator keeps a proposition. */
  verrouMinutes: 10,
  /** Distinct reports that hide a proposition until a moderator looks. */
  signalements: 3,
  /** Propositions to start from, unless the team says why none. */
  amorces: 8,
  /** Length of the question put to residents, in code points. */
  question: 140,
  /** Longest life of the key of a participant, in months. */
  cleMois: 13,
} as const;

const JOUR = 86_400_000;
const PART_VOTE_SEUL = 0.15;
const VOTE_SEUL_MIN = 3 * JOUR;

/** Instant at which propositions stop unless the team says otherwise: the last 15 % are for votes alone, three days at least. */
export function finPropositionsParDefaut({ ouverture, fin }: Pick<DatesConsultation, 'ouverture' | 'fin'>): string {
  const [debut, terme] = [Date.parse(ouverture), Date.parse(fin)];
  const voteSeul = Math.max((terme - debut) * PART_VOTE_SEUL, VOTE_SEUL_MIN);
  return new Date(Math.max(debut + 1, Math.round(terme - voteSeul))).toISOString();
}
