import type { Etiquette } from './etiquette';

/** Ranks of the heaviest chain of headings that follow each other as on the sheet. */
function plusLourdeSuite(places: readonly (number | null)[], poids: readonly number[]): Set<number> {
  const total: number[] = [];
  const avant: number[] = [];
  let meilleur = -1;
  places.forEach((place, rang) => {
    total[rang] = 0;
    avant[rang] = -1;
    if (place === null) return;
    for (let autre = 0; autre < rang; autre++) {
      const sienne = places[autre];
      if (sienne === null || sienne === undefined || sienne > place) continue;
      if ((total[autre] ?? 0) <= (total[rang] ?? 0)) continue;
      total[rang] = total[autre] ?? 0;
      avant[rang] = autre;
    }
    total[rang] = (total[rang] ?? 0) + (poids[rang] ?? 0);
    if (meilleur < 0 || (total[rang] ?? 0) > (total[meilleur] ?? 0)) meilleur = rang;
  });
  const suite = new Set<number>();
  for (let rang = meilleur; rang >= 0; rang = avant[rang] ?? -1) suite.add(rang);
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
