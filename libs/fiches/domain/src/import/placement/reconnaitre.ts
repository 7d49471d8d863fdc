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
export const RESSEMBLANCE = 0.72;
/** Small print is longer: less of it tells that it is the same. */
const MEME_PRECISION = 0.6;
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

/** Pairs of letters of a normalised text, with how often each one stands. */
function paires(texte: string): { nombre: number; parPaire: Map<string, number> } {
  const serre = texte.replaceAll(' ', '');
  const parPaire = new Map<string, number>();
  const nombre = Math.max(0, serre.length - 1);
  for (let rang = 0; rang < nombre; rang++) {
    const paire = serre.slice(rang, rang + 2);
    parPaire.set(paire, (parPaire.get(paire) ?? 0) + 1);
  }
  return { nombre, parPaire };
}

type Paires = ReturnType<typeof paires>;

function comparer(un: Paires, autre: Paires): number {
  const total = un.nombre + autre.nombre;
  if (total === 0) return 0;
  let communes = 0;
  for (const [paire, fois] of un.parPaire) communes += Math.min(fois, autre.parPaire.get(paire) ?? 0);
  return (2 * communes) / total;
}

/** Dice's coefficient on pairs of letters of two normalised texts, from 0 (nothing in common) to 1. */
export function ressemblance(un: string, autre: string): number {
  return comparer(paires(un), paires(autre));
}

const EXACTS = new Map<string, LibelleConnu>();
const DANS_LIGNE = new Map<string, LibelleConnu>();
for (const libelle of LIBELLES_CONNUS) {
  for (const texte of libelle.textes) if (!EXACTS.has(normaliser(texte))) EXACTS.set(normaliser(texte), libelle);
  for (const texte of libelle.textesDansLigne) DANS_LIGNE.set(`${libelle.ligne} ${normaliser(texte)}`, libelle);
}
const FLOUS = [...EXACTS]
  .filter(([texte]) => texte.length >= LONGUEUR_FLOUE)
  .map(([texte, libelle]) => ({ connues: paires(texte), libelle }));
const OFFICIELS = new Set(
  [...LIGNES, ...REGISTRE].map(({ libelle }) => normaliser(libelle)).filter((texte) => texte.includes(' ')),
);

/** The heading whose very words these are; `ligne` is the row that is being read. */
export function libelleExact(texte: string, ligne: LigneId | null): LibelleConnu | null {
  const mots = normaliser(texte);
  return (ligne !== null && DANS_LIGNE.get(`${ligne} ${mots}`)) || (EXACTS.get(mots) ?? null);
}

/** True when a heading names two of the sheet's or more: « Pilotage et partenaires », « Calendrier / Budget ». */
export function estCompose(texte: string, ligne: LigneId | null): boolean {
  const parties = texte
    .replace(/\s*[:?]\s*$/, '')
    .split(/\s*[,;/&+]\s*(?:et\s+)?|\s+et\s+/iu)
    .filter(Boolean);
  const connues = parties.map((partie) => libelleExact(partie, ligne)?.destination);
  return new Set(connues).size > 1 && !connues.includes(undefined);
}

/** True when the words look like a heading of the sheet, or like several in one, with this likeness or more. */
export function ressembleALibelle(texte: string, seuil = RESSEMBLANCE): boolean {
  return (reconnaitre(texte, null)?.score ?? 0) >= seuil || estCompose(texte, null);
}

/** True when the words are a heading of the official sheet, long enough to be told without any sign. */
export function estOfficiel(texte: string): boolean {
  return OFFICIELS.has(normaliser(texte));
}

/** The heading that a text is, or resembles most; null when it resembles none. */
export function reconnaitre(texte: string, ligne: LigneId | null): Reconnu | null {
  const exact = libelleExact(texte, ligne);
  if (exact) return { libelle: exact, score: 1 };
  if (estCompose(texte, ligne)) return null;
  const mots = normaliser(texte);
  if (mots.length < LONGUEUR_FLOUE || mots.length > LONGUEUR_LIBELLE) return null;
  const siennes = paires(mots);
  let meilleur: Reconnu | null = null;
  for (const { connues, libelle } of FLOUS) {
    // Of two texts of very different lengths, no pairs in common would be enough.
    const possible = (2 * Math.min(siennes.nombre, connues.nombre)) / (siennes.nombre + connues.nombre);
    if (possible < RESSEMBLANCE) continue;
    const score = comparer(siennes, connues);
    if (score >= RESSEMBLANCE && score > (meilleur?.score ?? 0)) meilleur = { libelle, score };
  }
  return meilleur;
}

/** The small words that the sheet prints under the heading of a row. */
export function estPrecision(texte: string, ligne: LigneId): boolean {
  const precision = LIGNES.find(({ id }) => id === ligne)?.precision ?? '';
  const nu = (parenthese: string): string => normaliser(parenthese.replace(/[()]/g, ' '));
  return precision !== '' && ressemblance(nu(texte), nu(precision)) >= MEME_PRECISION;
}
