/** Sets of three letters of a text, as the extension pg_trgm of PostgreSQL cuts them: two blanks before a word, one after. */
export function trigrammes(texte: string): Set<string> {
  const mots = texte.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(
    mots.flatMap((mot) => {
      const borde = `  ${mot} `;
      return Array.from({ length: borde.length - 2 }, (_, rang) => borde.slice(rang, rang + 3));
    }),
  );
}

/** Similarity of two texts as `similarity()` of pg_trgm gives it: shared trigrams over all of them (Jaccard 1901). */
export function similariteTrigrammes(a: string, b: string): number {
  const [deA, deB] = [trigrammes(a), trigrammes(b)];
  const communs = [...deA].filter((trigramme) => deB.has(trigramme)).length;
  const tous = deA.size + deB.size - communs;
  return tous === 0 ? 0 : communs / tous;
}
