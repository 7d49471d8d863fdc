import type { CompteVotes } from '../consultation/types';
import { totalVotes } from '../consultation/votes';

/** A score and half its interval: lists are sorted by score − marge. */
export interface Score {
  score: number;
  marge: number;
}

/** Counts that a score weighs: all the trusted votes, and among them those of the imposed sequence. */
export interface ComptesPeses {
  verifies: CompteVotes;
  sequence: CompteVotes;
}

type Cle = keyof CompteVotes;

const PRIOR: Readonly<Partial<Record<Cle, number>>> = { pour: 0.33, contre: 0.33, neutre: 0.33 };
const PRIOR_QUALIFICATION = 0.01;
/** Votes given outside the sequence, by a link that goes round, weigh half. */
const POIDS_HORS_SEQUENCE = 0.5;

/** Prior added to the count of a vote or of a qualification. */
export function priorDe(cle: Cle): number {
  return PRIOR[cle] ?? PRIOR_QUALIFICATION;
}

const taux = (k: number, n: number, prior: number) => Math.min(1, (k + prior) / (1 + n));

function scoreDe({ verifies, sequence }: ComptesPeses, cle: Cle): Score {
  const prior = priorDe(cle);
  const n = totalVotes(sequence);
  const enSequence = taux(sequence[cle], n, prior);
  const tous = taux(verifies[cle], totalVotes(verifies), prior);
  const p = (n * enSequence + 2) / (n + 4);
  return {
    score: POIDS_HORS_SEQUENCE * tous + (1 - POIDS_HORS_SEQUENCE) * enSequence,
    marge: 2 * Math.sqrt((p * (1 - p)) / (n + 4)),
  };
}

const plus = (a: Score, b: Score): Score => ({ score: a.score + b.score, marge: Math.hypot(a.marge, b.marge) });
const moins = (a: Score, b: Score): Score => ({ score: a.score - b.score, marge: Math.hypot(a.marge, b.marge) });
const moindre = (a: Score, b: Score): Score => ({
  score: Math.min(a.score, b.score),
  marge: Math.max(a.marge, b.marge),
});

/** Scores of one proposition (F1), after the method that Make.org published. */
export interface ScoresMake {
  top: Score;
  controverse: Score;
  rejet: Score;
  neutre: Score;
  realisme: Score;
  elan: Score;
  engagement: Score;
}

/** Scores of a proposition from its counts: what people liked, what divides them, what they reject. */
export function scoresMake(comptes: ComptesPeses): ScoresMake {
  const de = (cle: Cle) => scoreDe(comptes, cle);
  const [pour, contre, coupDeCoeur, realiste] = [de('pour'), de('contre'), de('coupDeCoeur'), de('realiste')];
  const [surtoutPas, infaisable] = [de('surtoutPas'), de('infaisable')];
  const [banalitePour, banaliteContre] = [de('banalitePour'), de('banaliteContre')];
  const banalite = plus(banalitePour, banaliteContre);
  const realisme = moins(realiste, infaisable);
  const elan = moins(coupDeCoeur, surtoutPas);
  return {
    top: [surtoutPas, infaisable, banalite].reduce(moins, plus(plus(pour, coupDeCoeur), realiste)),
    controverse: plus(moindre(pour, contre), moindre(coupDeCoeur, surtoutPas)),
    rejet: [coupDeCoeur, realiste, banalite].reduce(moins, plus(plus(contre, surtoutPas), infaisable)),
    neutre: de('neutre'),
    realisme,
    elan,
    engagement: moins(plus(elan, realisme), banalite),
  };
}

/** Lower bound of a score: what a list is sorted by. */
export function borneBasse({ score, marge }: Score): number {
  return score - marge;
}

/** Where a proposition lies between agreement and refusal (F2). */
export type Zone = 'consensus' | 'rejet' | 'limbes' | 'controverse';

/** French label of each zone. */
export const LIBELLES_ZONES: Readonly<Record<Zone, string>> = {
  consensus: 'Consensus',
  rejet: 'Rejet',
  limbes: 'Indécision',
  controverse: 'Controverse',
};

/** Zone of a proposition from the shares of each vote; null when nobody voted. */
export function zoneDe(votes: Pick<CompteVotes, 'pour' | 'contre' | 'neutre'>): Zone | null {
  const n = totalVotes(votes);
  if (n === 0) return null;
  const [pour, contre, neutre] = [votes.pour / n, votes.contre / n, votes.neutre / n];
  if (pour >= 0.6 || (neutre < 0.4 && contre < 0.15)) return 'consensus';
  if (contre >= 0.6 || (neutre < 0.4 && pour < 0.15)) return 'rejet';
  return neutre >= 0.4 ? 'limbes' : 'controverse';
}
