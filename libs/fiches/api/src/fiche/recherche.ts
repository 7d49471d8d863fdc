import { codeCanonique, lireCode } from '@pleniere/fiches/domain';
import { sansAccents } from '@pleniere/shared/domain';

/** A search as the statement takes it: the whole text, or its beginning and the first letters of its last word. */
export interface Recherche {
  texte: string;
  debut: string;
  prefixe: string;
}

/** Reads what is typed in the search box; null when it holds no word. A code in any spelling looks for that code. */
export function lireRecherche(q: string): Recherche | null {
  const code = lireCode(q);
  if (code) return { texte: codeCanonique(code), debut: '', prefixe: codeCanonique(code).toLowerCase() };
  const dernier = /^(.*?)([\p{L}\p{N}]+)[^\p{L}\p{N}]*$/su.exec(q);
  return dernier ? { texte: q, debut: dernier[1] ?? '', prefixe: sansAccents(dernier[2] ?? '') } : null;
}
