import { PARAMETRES_CONSULTATION } from '../consultation/parametres';
import { choisirParBandit } from './bandit';
import { type Candidate, candidatesPour, Selection, vuesDe } from './candidate';
import { type Hasard, hasardDe, melanger } from './hasard';

/** Ways of choosing what a participant sees. */
export const ALGORITHMES_SEQUENCE = ['moins-vues', 'bandit'] as const;
/** Slug of such a way. */
export type AlgorithmeSequence = (typeof ALGORITHMES_SEQUENCE)[number];

/** French explanation of each way, printed in the report. */
export const EXPLICATIONS_ALGORITHMES: Readonly<Record<AlgorithmeSequence, string>> = {
  'moins-vues':
    'Chaque personne voit d’abord les propositions qui ont reçu le moins de votes, tirées au sort à égalité.',
  bandit:
    'Chaque série mêle des propositions nouvelles, une proposition qui divise et celles qui semblent les plus soutenues, tirées au sort selon ce que l’on sait déjà d’elles.',
};

/** What is shown to one participant. */
export interface SequenceChoisie {
  algorithme: AlgorithmeSequence;
  /** Ids in their order; shorter than twelve when little is left, empty when everything was seen. */
  ids: string[];
}

/** Twelve at most, the least voted first, drawn when equal: nothing is starved, early or late. */
export function choisirLesMoinsVues(candidates: readonly Candidate[], hasard: Hasard): Candidate[] {
  const selection = new Selection(PARAMETRES_CONSULTATION.sequence, new Set());
  const parVotes = melanger(candidates, hasard).sort((a, b) => vuesDe(a) - vuesDe(b));
  selection.prendrePremieres(parVotes, selection.places, true);
  return melanger(selection.choisies, hasard);
}

/**
 * Sequence of a participant: never a proposition on which they voted, never two of one author. Up to 150 accepted ones the
 * least seen go first; above, the bandit. `seuilEssai` is the budget of new propositions (F10).
 */
export function choisirSequence(
  propositions: readonly Candidate[],
  dejaVotees: ReadonlySet<string>,
  { graine, seuilEssai }: { graine: number; seuilEssai: number },
): SequenceChoisie {
  const hasard = hasardDe(graine);
  const acceptees = candidatesPour(propositions, new Set());
  const candidates = acceptees.filter(({ id }) => !dejaVotees.has(id));
  const algorithme = acceptees.length <= PARAMETRES_CONSULTATION.moinsVuesJusqua ? 'moins-vues' : 'bandit';
  const choisies =
    algorithme === 'bandit'
      ? choisirParBandit(candidates, seuilEssai, hasard)
      : choisirLesMoinsVues(candidates, hasard);
  return { algorithme, ids: choisies.map(({ id }) => id) };
}
