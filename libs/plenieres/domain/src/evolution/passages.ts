import { diffWordsWithSpace } from 'diff';

/** A stretch of a text: common to both sides, or of one side only. */
export interface Passage {
  texte: string;
  marque: 'ajout' | 'retrait' | null;
}

// What is left of a long common stretch on either side of a change, in characters.
const BORD = 120;
const COUPE = ' […] ';

// Words that two texts share by chance between two changes; beyond, the reader follows them.
const MOTS_DE_LIAISON = 3;

const estLiaison = ({ texte, marque }: Passage) =>
  marque === null && !texte.includes('\n') && texte.trim().split(/\s+/).length <= MOTS_DE_LIAISON;

const cote = (passages: readonly Passage[], autre: 'ajout' | 'retrait') =>
  passages
    .filter(({ marque }) => marque !== autre)
    .map(({ texte }) => texte)
    .join('');

/** Two changes that a few common words separate read better as one: everything taken away, then everything added. */
function rassembler(passages: readonly Passage[]): Passage[] {
  const rassembles: Passage[] = [];
  let groupe: Passage[] = [];
  const clore = () => {
    const [retrait, ajout] = [cote(groupe, 'ajout'), cote(groupe, 'retrait')];
    if (retrait !== '') rassembles.push({ texte: retrait, marque: 'retrait' });
    if (ajout !== '') rassembles.push({ texte: ajout, marque: 'ajout' });
    groupe = [];
  };
  passages.forEach((passage, rang) => {
    const entreDeux = groupe.length > 0 && rang < passages.length - 1 && estLiaison(passage);
    if (passage.marque !== null || entreDeux) groupe.push(passage);
    else {
      clore();
      rassembles.push(passage);
    }
  });
  clore();
  return rassembles;
}

/** What turns a text into another, word by word; nothing but common stretches when they are the same. */
export function comparerMots(avant: string, apres: string): Passage[] {
  const passages = diffWordsWithSpace(avant, apres).map(({ value, added, removed }): Passage => ({
    texte: value,
    marque: added ? 'ajout' : removed ? 'retrait' : null,
  }));
  return rassembler(passages);
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
