/** An entry that was in a list before, or is in it after, with its place (from 0). */
export interface Place<E> {
  rang: number;
  element: E;
}

/** What turns a list into another: nothing of it is guessed, each entry is followed by its key. */
export interface DifferenceListe<E> {
  retires: Place<E>[];
  ajoutes: Place<E>[];
  changes: { rang: number; avant: E; apres: E }[];
  deplaces: { de: number; vers: number; element: E }[];
}

/** Key of the second « Ville » of a list is not that of the first. */
function cles<E>(liste: readonly E[], cle: (element: E) => string): string[] {
  const vues = new Map<string, number>();
  return liste.map((element) => {
    const nom = cle(element);
    const fois = vues.get(nom) ?? 0;
    vues.set(nom, fois + 1);
    return `${fois}/${nom}`;
  });
}

/** The longest run of increasing numbers, in their order: entries that did not move relatively to each other. */
function plusLongueSuite(rangs: readonly number[]): Set<number> {
  const fins: number[] = [];
  const precedents = rangs.map(() => -1);
  rangs.forEach((rang, place) => {
    let longueur = fins.findIndex((fin) => (rangs[fin] ?? 0) >= rang);
    if (longueur < 0) longueur = fins.length;
    precedents[place] = fins[longueur - 1] ?? -1;
    fins[longueur] = place;
  });
  const suite = new Set<number>();
  for (let place = fins.at(-1) ?? -1; place >= 0; place = precedents[place] ?? -1) suite.add(rangs[place] ?? -1);
  return suite;
}

const memes = (un: unknown, autre: unknown): boolean => JSON.stringify(un) === JSON.stringify(autre);

/** What was added, taken away, moved and changed between two states of a list; an entry may both move and change. */
export function comparerListes<E>(
  avant: readonly E[],
  apres: readonly E[],
  cle: (element: E) => string,
): DifferenceListe<E> {
  const [avantCles, apresCles] = [cles(avant, cle), cles(apres, cle)];
  const anciens = new Map(avantCles.map((nom, rang) => [nom, rang]));
  const presents = new Set(apresCles);
  const gardes = apres.flatMap((element, vers) => {
    const de = anciens.get(apresCles[vers] ?? '');
    return de === undefined ? [] : [{ de, vers, element, ancien: avant[de] as E }];
  });
  const fixes = plusLongueSuite(gardes.map(({ de }) => de));
  return {
    retires: avant.flatMap((element, rang) => (presents.has(avantCles[rang] ?? '') ? [] : [{ rang, element }])),
    ajoutes: apres.flatMap((element, rang) => (anciens.has(apresCles[rang] ?? '') ? [] : [{ rang, element }])),
    changes: gardes
      .filter(({ ancien, element }) => !memes(ancien, element))
      .map(({ vers, ancien, element }) => ({ rang: vers, avant: ancien, apres: element })),
    deplaces: gardes.filter(({ de }) => !fixes.has(de)).map(({ de, vers, element }) => ({ de, vers, element })),
  };
}

/** Applies a difference to the list that it was taken from: gives the list that it leads to. */
export function appliquerListe<E>(avant: readonly E[], difference: DifferenceListe<E>): E[] {
  const { retires, ajoutes, changes, deplaces } = difference;
  const partis = new Set([...retires.map(({ rang }) => rang), ...deplaces.map(({ de }) => de)]);
  const liste = avant.filter((_, rang) => !partis.has(rang));
  const arrivees = [...ajoutes, ...deplaces.map(({ vers, element }) => ({ rang: vers, element }))];
  for (const { rang, element } of arrivees.toSorted((a, b) => a.rang - b.rang)) liste.splice(rang, 0, element);
  for (const { rang, apres } of changes) liste[rang] = apres;
  return liste;
}
