import { diffWordsWithSpace } from 'diff';

/** A stretch of a text: common to both sides, or of one side only. */
export interface Passage {
  texte: string;
  marque: 'ajout' | 'retrait' | null;
}

/** What the marks are called where a colour or a line is not enough. */
export const LIBELLES_MARQUES = { ajout: 'ajouté', retrait: 'retiré' } as const;

// What is left of a long common stretch on either side of a change, in characters.
const BORD = 120;
const COUPE = ' […] ';

/** What turns a text into another, word by word; nothing but common stretches when they are the same. */
export function comparerMots(avant: string, apres: string): Passage[] {
  return diffWordsWithSpace(avant, apres).map(({ value, added, removed }) => ({
    texte: value,
    marque: added ? 'ajout' : removed ? 'retrait' : null,
  }));
}

function debut(texte: string): string {
  return texte.slice(0, BORD).replace(/\s+\S*$/, '');
}

function fin(texte: string): string {
  return texte.slice(-BORD).replace(/^\S*\s+/, '');
}

function abregerUn(texte: string, premier: boolean, dernier: boolean): string {
  if (texte.length <= 2 * BORD + COUPE.length || (premier && dernier)) return texte;
  if (premier) return COUPE.trimStart() + fin(texte);
  return dernier ? debut(texte) + COUPE.trimEnd() : debut(texte) + COUPE + fin(texte);
}

/** The same with long common stretches cut to what stands around the changes; no changed word is ever left out. */
export function abreger(passages: readonly Passage[]): Passage[] {
  return passages.map(({ texte, marque }, rang) => ({
    marque,
    texte: marque === null ? abregerUn(texte, rang === 0, rang === passages.length - 1) : texte,
  }));
}
