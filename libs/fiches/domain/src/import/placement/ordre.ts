import type { Etiquette } from './etiquette';

interface Chainon {
  poids: number;
  /** Rank of the heading before it in its chain, -1 for the first. */
  avant: number;
}

/** The heaviest chain of headings that follow each other as on the sheet and end before `place`. */
function meilleurAvant(places: readonly (number | null)[], chainons: readonly Chainon[], place: number): Chainon {
  let meilleur = { poids: 0, avant: -1 };
  chainons.forEach(({ poids }, avant) => {
    const sienne = places[avant] ?? null;
    if (sienne !== null && sienne <= place && poids > meilleur.poids) meilleur = { poids, avant };
  });
  return meilleur;
}

/** Ranks of the heaviest chain of headings that follow each other as on the sheet. */
function plusLourdeSuite(places: readonly (number | null)[], poids: readonly number[]): Set<number> {
  const chainons: Chainon[] = [];
  places.forEach((place, rang) => {
    const { poids: dejaLourd, avant } =
      place === null ? { poids: 0, avant: -1 } : meilleurAvant(places, chainons, place);
    chainons.push({ poids: place === null ? 0 : dejaLourd + (poids[rang] ?? 0), avant });
  });
  const plusLourd = Math.max(0, ...chainons.map((chainon) => chainon.poids));
  const suite = new Set<number>();
  let rang = chainons.findIndex((chainon) => chainon.poids === plusLourd);
  while (rang >= 0) {
    suite.add(rang);
    rang = chainons[rang]?.avant ?? -1;
  }
  return suite;
}

/**
 * Keeps every sure heading, the very words of a heading that stand only once, and those of the others that stand in the
 * sheet's order and that no sure heading already says: the same words inside a sentence are no heading.
 */
export function garderEnOrdre(etiquettes: readonly Etiquette[]): Etiquette[] {
  const suite = plusLourdeSuite(
    etiquettes.map(({ place }) => place),
    etiquettes.map(({ score, sure }) => (sure ? 1 + score : score)),
  );
  return etiquettes.filter(({ sure, score, place }, rang) => {
    if (sure) return true;
    const autres = etiquettes.filter((autre, ici) => ici !== rang && autre.place === place);
    return (score === 1 && autres.length === 0) || (suite.has(rang) && !autres.some((autre) => autre.sure));
  });
}
