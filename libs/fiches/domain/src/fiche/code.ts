/** Parts of an official code: « T 1.10 » = letter T, enjeu 1, rank 10. */
export interface CodeFiche {
  lettre: string;
  enjeu: number;
  rang: number;
}

const FORME = /^(?:fiche\s+projet\s*)?(?:n\s*°?\s*:?\s*)?([A-Z])\s*(\d{1,2})\s*\.\s*(\d{1,3})$/i;

/** Reads both spellings of the sheet (« n° : T 1.1 », « N°T 1.1 ») and the canonical `T1.1`; null when it is not a code. */
export function lireCode(texte: string): CodeFiche | null {
  const lu = FORME.exec(texte.trim().replace(/[\u00A0\u202F]/g, ' '));
  if (!lu?.[1]) return null;
  return { lettre: lu[1].toUpperCase(), enjeu: Number(lu[2]), rang: Number(lu[3]) };
}

/** Canonical form, unique within a contrat and used in addresses: `T1.1`. */
export function codeCanonique({ lettre, enjeu, rang }: CodeFiche): string {
  return `${lettre}${enjeu}.${rang}`;
}

/** Form shown to people: « T 1.1 », with a no-break space. */
export function codeAffiche(code: string): string {
  return code.replace(/^([A-Z])(\d)/, '$1\u00A0$2');
}

/** Order of the contrat: transversal (T) before thematic (E), then T 1.2 before T 1.10. The statements sort alike. */
export function comparerCodes(a: CodeFiche, b: CodeFiche): number {
  return b.lettre.localeCompare(a.lettre) || a.enjeu - b.enjeu || a.rang - b.rang;
}
