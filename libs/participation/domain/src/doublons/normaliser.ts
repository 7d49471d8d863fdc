import { sansAccents } from '@pleniere/shared/domain';
import { parole } from '../consultation/parole';

const DEBUT = /^il faut (?:que |qu )?/;
const LONGUEUR_MAX = 200;

/**
 * What two propositions are compared by: lower case, without accents, punctuation nor the « Il faut (que) » that all of
 * them start with. Two propositions with the same one are the same, word for word.
 */
export function normaliserProposition(texte: string): string {
  const lisse = sansAccents(parole(texte))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const reste = lisse.replace(DEBUT, '');
  // Signs alone are a text too: it must differ from another one.
  return (reste || lisse || parole(texte)).slice(0, LONGUEUR_MAX);
}
