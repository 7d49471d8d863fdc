import { Corpus } from './mots';
import { normaliserProposition } from './normaliser';
import { semblentOpposees } from './opposition';
import { similariteTrigrammes } from './trigrammes';

/** Similarity from which a proposition is shown as near; nothing is ever merged for it. */
export const SEUIL_PROCHE = 0.4;
/** Near propositions shown at once. */
export const PROCHES_MAX = 5;

/** A proposition that looks like a text. */
export interface Proche {
  id: string;
  /** From 0 to 1: the better of shared letters and of shared words. */
  similarite: number;
  /** The same text, word for word. */
  exacte: boolean;
  /** Seems to want the contrary: both are shown side by side. */
  opposee: boolean;
}

/**
 * Propositions near a text, the nearest first. `voisines` hold their normalised text: the whole stock, or those that the
 * database found by trigrams; `corpus` tells which words are rare, from the voisines unless a larger one is known.
 */
export function chercherProches(
  texte: string,
  voisines: readonly { id: string; normalise: string }[],
  corpus = new Corpus(voisines.map(({ normalise }) => normalise)),
): Proche[] {
  const normalise = normaliserProposition(texte);
  return voisines
    .map(({ id, normalise: autre }) => ({
      id,
      similarite:
        autre === normalise
          ? 1
          : Math.min(1, Math.max(similariteTrigrammes(normalise, autre), corpus.cosinus(normalise, autre))),
      exacte: autre === normalise,
      opposee: semblentOpposees(normalise, autre),
    }))
    .filter(({ similarite }) => similarite >= SEUIL_PROCHE)
    .sort((a, b) => b.similarite - a.similarite || (a.id < b.id ? -1 : 1))
    .slice(0, PROCHES_MAX);
}
