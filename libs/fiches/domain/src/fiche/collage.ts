import { nettoyerTexte } from '@pleniere/shared/domain';

/** A piece of a pasted text: a paragraph, or an item of a list with its level (1, or 2 under another item). */
export interface BlocColle {
  sorte: 'paragraphe' | 'element';
  niveau: 1 | 2;
  texte: string;
}

interface Ligne {
  puce: string | null;
  retrait: number;
  texte: string;
}

const PUCE = /^(\s*)([•▪◦·‣➢✓*]|[-–—](?=\s)|o(?=\s{2,}))\s*(.*)$/u;
const SUITE = /^[\p{Ll}\d(«,;:)]/u;
const MOT_DE_LIAISON = /(?:^|\s)(?:à|au|aux|avec|dans|de|des|du|en|et|la|le|les|ou|par|pour|sans|sur|un|une)$/iu;
const FIN_DE_PHRASE = /[.!?:;…»]$/u;

/** A line is « full » from this share of the longest one: what follows it was wrapped, not written apart. */
const LIGNE_PLEINE = 0.75;
const LIGNE_LONGUE = 40;

function lireLigne(brute: string): Ligne {
  const [, retrait = '', puce, texte] = PUCE.exec(brute) ?? [];
  if (puce !== undefined) return { puce, retrait: retrait.length, texte: (texte ?? '').trim() };
  return { puce: null, retrait: 0, texte: brute.trim() };
}

function poursuit(avant: string, apres: Ligne, pleine: number): boolean {
  if (apres.puce !== null) return false;
  if (/[-’']$/.test(avant) || MOT_DE_LIAISON.test(avant)) return true;
  if (FIN_DE_PHRASE.test(avant)) return false;
  return SUITE.test(apres.texte) || avant.length >= pleine;
}

function joindre(avant: string, apres: string): string {
  return /[-’']$/.test(avant) ? avant + apres : `${avant} ${apres}`;
}

function derniereLigne(texte: string): string {
  return texte.slice(texte.lastIndexOf('\n') + 1);
}

/** Length from which a line is full; none is when all are short, as in a list of names. */
function longueurPleine(lignes: readonly Ligne[]): number {
  const longueur = Math.max(0, ...lignes.map(({ texte }) => texte.length));
  return longueur < LIGNE_LONGUE ? Infinity : longueur * LIGNE_PLEINE;
}

function ouvrirBloc({ puce, retrait, texte }: Ligne, retraitDeBase: number, sousUnElement: boolean): BlocColle {
  const profonde = puce === 'o' || puce === '◦' || retrait > retraitDeBase + 1;
  return { sorte: puce === null ? 'paragraphe' : 'element', niveau: profonde && sousUnElement ? 2 : 1, texte };
}

/**
 * Reads a text pasted from Word, a PDF or a mail: private-use glyphs become bullets and arrows, soft hyphens vanish,
 * lines broken in mid-sentence are joined, and lines that open with a bullet or a dash become items. No word is lost.
 */
export function nettoyerCollage(texte: string): BlocColle[] {
  const lignes = nettoyerTexte(texte.replace(/\u00AD\s*\n\s*/g, ''))
    .split('\n')
    .map(lireLigne)
    .filter((ligne) => ligne.texte !== '');
  const pleine = longueurPleine(lignes);
  const retraitDeBase = lignes.find(({ puce }) => puce !== null)?.retrait ?? 0;

  // The lines of a piece stay apart by « \n » until the end, so that the length of the last one is known.
  const blocs: BlocColle[] = [];
  for (const ligne of lignes) {
    const dernier = blocs.at(-1);
    if (dernier && poursuit(derniereLigne(dernier.texte), ligne, pleine)) dernier.texte += `\n${ligne.texte}`;
    else blocs.push(ouvrirBloc(ligne, retraitDeBase, dernier?.sorte === 'element'));
  }
  return blocs.map((bloc) => ({ ...bloc, texte: bloc.texte.split('\n').reduce(joindre) }));
}
