import type { BlocSource } from '../source';
import { etiqueter, type Etiquette, type Lecture } from './etiquette';
import { estOfficiel, libelleExact, LONGUEUR_LIBELLE, reconnaitre } from './reconnaitre';

const RESSEMBLANCE_AVANT_SIGNE = 0.9;

/** Length of what stands before the first colon or question mark that is outside parentheses, sign included. */
function finDuSigne(texte: string): number | null {
  let profondeur = 0;
  for (let rang = 0; rang < Math.min(texte.length, LONGUEUR_LIBELLE * 2); rang++) {
    const signe = texte[rang] ?? '';
    if (signe === '(') profondeur++;
    else if (signe === ')') profondeur--;
    else if (profondeur <= 0 && (signe === ':' || signe === '?')) return rang + 1;
  }
  return null;
}

/** « Public cible : Tous les habitants », « Où ? Partout ». */
function lireAvantSigne(texte: string, debut: number, ligne: Lecture['ligne']): Etiquette | null {
  const signe = finDuSigne(texte);
  const reconnu = signe === null ? null : reconnaitre(texte.slice(0, signe), ligne);
  if (signe === null || !reconnu) return null;
  const { libelle, score } = reconnu;
  const assez = texte[signe - 1] === '?' ? 1 : RESSEMBLANCE_AVANT_SIGNE;
  if (score < assez) return null;
  const espaces = /^\s*:?\s*/.exec(texte.slice(signe))?.[0].length ?? 0;
  return etiqueter(libelle, { debut, fin: debut + signe + espaces, score, sure: score === 1 });
}

/** « Public cible – Tous les habitants ». */
function lireAvantTiret(texte: string, debut: number, ligne: Lecture['ligne']): Etiquette | null {
  const [tout = '', mots] = /^([^–—]{3,60}?)\s[–—-]\s+(?=\p{Lu})/u.exec(texte) ?? [];
  const libelle = mots === undefined ? null : libelleExact(mots, ligne);
  return libelle && etiqueter(libelle, { debut, fin: debut + tout.length, score: 1, sure: false });
}

/** « Public cible » and its content in two columns that a tabulation or spaces make. */
function lireAvantBlanc(texte: string, debut: number, ligne: Lecture['ligne']): Etiquette | null {
  const [tout = '', mots] = /^\s*(\S.{2,60}?)(?:[^\S\n]*\t\s*| {3,})(?=\S)/u.exec(texte) ?? [];
  const libelle = mots === undefined ? null : libelleExact(mots, ligne);
  return libelle && etiqueter(libelle, { debut, fin: debut + tout.length, score: 1, sure: true });
}

/** Heading of the official sheet glued to its content, as a PDF gives two cells on one line: the longest one. */
function lireSansSigne(texte: string, debut: number, ligne: Lecture['ligne']): Etiquette | null {
  const bouts = [...texte.slice(0, LONGUEUR_LIBELLE).matchAll(/\s+(?=\p{Lu}|\d|[•▪–-]\s)/gu)].reverse();
  for (const { index, 0: blanc } of bouts) {
    const libelle = estOfficiel(texte.slice(0, index)) ? libelleExact(texte.slice(0, index), ligne) : null;
    if (libelle) return etiqueter(libelle, { debut, fin: debut + index + blanc.length, score: 0.95, sure: false });
  }
  return null;
}

/** A heading followed by its content on the same line: « Public cible : … », « Où ? … », « Pilote du projet Villes ». */
export function lireEnLigne({ document, ligne }: Lecture, debut: number, bloc: BlocSource): Etiquette | null {
  const texte = document.texte.slice(debut, bloc.fin);
  const signalee =
    lireAvantBlanc(texte, debut, ligne) ?? lireAvantSigne(texte, debut, ligne) ?? lireAvantTiret(texte, debut, ligne);
  if (signalee || !(document.enLignes || bloc.rang === null)) return signalee;
  return lireSansSigne(texte, debut, ligne);
}
