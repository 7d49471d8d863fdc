import { nettoyerTexte, sansAccents } from '@pleniere/shared/domain';
import { LIGNES, REGISTRE, type LigneId } from '../../fiche/registre';
import { LIBELLES_CONNUS, type LibelleConnu } from './libelles';

/** A recognised heading, and how well its words are those of the sheet (1 = the very words). */
export interface Reconnu {
  libelle: LibelleConnu;
  score: number;
}

/** Longest heading that is looked at, without what stands between its parentheses. */
export const LONGUEUR_LIBELLE = 90;
/** Below this share of common pairs of letters, two headings are not the same. */
export const RESSEMBLANCE = 0.6;
/** Short words are alike by chance: they must be the very words. */
const LONGUEUR_FLOUE = 9;

const NUMEROTATION = /^\s*(?:(?:\d{1,2}|[IVX]{1,4}|[A-Za-z])\s*[.)/°:–-]+\s*)+(?=\p{L})/u;

/** What two wordings of a heading are compared by: no accent, case, number, parenthesis, punctuation or broken word. */
export function normaliser(texte: string): string {
  return sansAccents(
    nettoyerTexte(texte)
      .replace(/\(s\)|·s\b|\(es\)/gi, 's')
      .replace(NUMEROTATION, ''),
  )
    .replace(/\([^)]*(\)|$)/g, ' ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

function paires(texte: string): string[] {
  const serre = texte.replaceAll(' ', '');
  return Array.from({ length: Math.max(0, serre.length - 1) }, (_, rang) => serre.slice(rang, rang + 2));
}

/** Dice's coefficient on pairs of letters of two normalised texts, from 0 (nothing in common) to 1. */
export function ressemblance(un: string, autre: string): number {
  const restantes = paires(autre);
  const nombre = restantes.length;
  const cherchees = paires(un);
  if (cherchees.length + nombre === 0) return 0;
  const communes = cherchees.filter((paire) => {
    const rang = restantes.indexOf(paire);
    if (rang >= 0) restantes.splice(rang, 1);
    return rang >= 0;
  });
  return (2 * communes.length) / (cherchees.length + nombre);
}

const EXACTS = new Map<string, LibelleConnu>();
const DANS_LIGNE = new Map<string, LibelleConnu>();
for (const libelle of LIBELLES_CONNUS) {
  for (const texte of libelle.textes) if (!EXACTS.has(normaliser(texte))) EXACTS.set(normaliser(texte), libelle);
  for (const texte of libelle.textesDansLigne) DANS_LIGNE.set(`${libelle.ligne} ${normaliser(texte)}`, libelle);
}
const FLOUS = [...EXACTS].filter(([texte]) => texte.length >= LONGUEUR_FLOUE);
const OFFICIELS = new Set(
  [...LIGNES, ...REGISTRE].map(({ libelle }) => normaliser(libelle)).filter((texte) => texte.includes(' ')),
);

/** The heading whose very words these are; `ligne` is the row that is being read. */
export function libelleExact(texte: string, ligne: LigneId | null): LibelleConnu | null {
  const mots = normaliser(texte);
  return (ligne !== null && DANS_LIGNE.get(`${ligne} ${mots}`)) || (EXACTS.get(mots) ?? null);
}

/** True when the words are a heading of the official sheet, long enough to be told without any sign. */
export function estOfficiel(texte: string): boolean {
  return OFFICIELS.has(normaliser(texte));
}

/** The heading that a text is, or resembles most; null when it resembles none. */
export function reconnaitre(texte: string, ligne: LigneId | null): Reconnu | null {
  const exact = libelleExact(texte, ligne);
  if (exact) return { libelle: exact, score: 1 };
  const mots = normaliser(texte);
  if (mots.length < LONGUEUR_FLOUE || mots.length > LONGUEUR_LIBELLE) return null;
  let meilleur: Reconnu | null = null;
  for (const [connu, libelle] of FLOUS) {
    if (connu.length > mots.length * 2 || mots.length > connu.length * 2) continue;
    const score = ressemblance(mots, connu);
    if (score >= RESSEMBLANCE && score > (meilleur?.score ?? 0)) meilleur = { libelle, score };
  }
  return meilleur;
}

/** The small words that the sheet prints under the heading of a row. */
export function estPrecision(texte: string, ligne: LigneId): boolean {
  const precision = LIGNES.find(({ id }) => id === ligne)?.precision ?? '';
  const nu = (parenthese: string): string => normaliser(parenthese.replace(/[()]/g, ' '));
  return precision !== '' && ressemblance(nu(texte), nu(precision)) >= RESSEMBLANCE;
}
