import { nettoyerTexte, type Refus } from '@pleniere/shared/domain';
import { LONGUEURS_PAROLES } from '../longueurs';

/** What every proposition starts with in the form; it counts in its length. */
export const DEBUT_PROPOSITION = 'Il faut ';

/** A first name that an author may leave: letters alone. */
export const PRENOM = /^\p{L}[\p{L}' ’-]{0,39}$/u;

/** What somebody wrote, as it is kept and counted: one line, NFC, without what cannot be seen. */
export function parole(texte: string): string {
  return nettoyerTexte(texte)
    .replace(/[\n ]+/g, ' ')
    .trim();
}

/** Length in Unicode code points of what is kept, the same as PostgreSQL’s `char_length`. */
export function longueurDe(texte: string): number {
  return [...parole(texte)].length;
}

function refusLongueur(texte: string, min: number, max: number): Refus {
  const longueur = longueurDe(texte);
  if (longueur < min) return `Écrivez au moins ${min} caractères\u00A0: il y en a ${longueur}.`;
  return longueur > max ? `Écrivez ${max} caractères au plus\u00A0: il y en a ${longueur}.` : null;
}

/** Why a proposition is too short or too long; null when its length is right. */
export function refusTexteProposition(texte: string): Refus {
  return refusLongueur(texte, LONGUEURS_PAROLES.propositionMin, LONGUEURS_PAROLES.proposition);
}

/** Why a question of a resident is too short or too long; null when its length is right. */
export function refusTexteQuestion(texte: string): Refus {
  return refusLongueur(texte, LONGUEURS_PAROLES.questionMin, LONGUEURS_PAROLES.question);
}
