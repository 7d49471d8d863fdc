import fc from 'fast-check';
import { type CelluleTableau, cleCellule, masquerTableau, TOTAL_TABLEAU } from './masquer-tableau';

type Bornes = Map<string, [number, number]>;
type Egalite = { termes: string[]; total: string };

/** Everything that adds up in a table, as anybody may see. */
function egalites(cellules: readonly CelluleTableau[]): Egalite[] {
  const noms = (cle: 'ligne' | 'colonne') => [...new Set(cellules.map((cellule) => cellule[cle]))];
  const [lignes, colonnes] = [noms('ligne'), noms('colonne')];
  return [
    ...lignes.map((ligne) => ({
      termes: colonnes.map((colonne) => cleCellule(ligne, colonne)),
      total: cleCellule(ligne, TOTAL_TABLEAU),
    })),
    ...colonnes.map((colonne) => ({
      termes: lignes.map((ligne) => cleCellule(ligne, colonne)),
      total: cleCellule(TOTAL_TABLEAU, colonne),
    })),
    {
      termes: lignes.map((ligne) => cleCellule(ligne, TOTAL_TABLEAU)),
      total: cleCellule(TOTAL_TABLEAU, TOTAL_TABLEAU),
    },
  ];
}

/** Narrows what each cell may be until nothing more follows; false when the whole is impossible. */
function deduire(bornes: Bornes, equations: readonly Egalite[]): boolean {
  for (let change = true; change;) {
    change = false;
    for (const { termes, total } of equations) {
      const membres = [...termes.map((cle) => ({ cle, signe: 1 })), { cle: total, signe: -1 }];
      for (const { cle, signe } of membres) {
        const autres = membres.filter((membre) => membre.cle !== cle);
        const extreme = (bas: boolean) =>
          autres.reduce(
            (somme, autre) => somme + autre.signe * (bornes.get(autre.cle)?.[(autre.signe === 1) === bas ? 0 : 1] ?? 0),
            0,
          );
        const [min, max] = signe === 1 ? [-extreme(false), -extreme(true)] : [extreme(true), extreme(false)];
        const [bas, haut] = bornes.get(cle) ?? [0, 0];
        const [nouveauBas, nouveauHaut] = [Math.max(bas, min), Math.min(haut, max)];
        if (nouveauBas > nouveauHaut) return false;
        if (nouveauBas === bas && nouveauHaut === haut) continue;
        bornes.set(cle, [nouveauBas, nouveauHaut]);
        change = true;
      }
    }
  }
  return true;
}

/** Exact search: true when the cells can be completed with whole numbers. */
function possible(depart: Bornes, equations: readonly Egalite[]): boolean {
  const bornes: Bornes = new Map([...depart].map(([cle, [bas, haut]]) => [cle, [bas, haut]]));
  if (!deduire(bornes, equations)) return false;
  const [choix] = [...bornes]
    .filter(([, [bas, haut]]) => bas < haut)
    .sort(([, a], [, b]) => a[1] - a[0] - (b[1] - b[0]));
  if (!choix) return true;
  const [cle, [bas, haut]] = choix;
  const milieu = Math.floor((bas + haut) / 2);
  return (
    possible(new Map(bornes).set(cle, [bas, milieu]), equations) ||
    possible(new Map(bornes).set(cle, [milieu + 1, haut]), equations)
  );
}

const nombre = fc.oneof(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 60 }));
const tables = fc.integer({ min: 1, max: 4 }).chain((lignes) =>
  fc.integer({ min: 2, max: 4 }).chain((colonnes) =>
    fc.array(nombre, { minLength: lignes * colonnes, maxLength: lignes * colonnes }).map((nombres) =>
      nombres.map((n, rang) => ({
        ligne: `l${Math.floor(rang / colonnes)}`,
        colonne: `c${rang % colonnes}`,
        nombre: n,
      })),
    ),
  ),
);

describe('a published table', () => {
  it('hides nothing when nothing is small, and never a zero alone', () => {
    expect(
      masquerTableau([
        { ligne: 'a', colonne: 'x', nombre: 0 },
        { ligne: 'a', colonne: 'y', nombre: 40 },
      ]).size,
    ).toBe(0);
  });

  it('shows no cell from 1 to 10, and none that a solver would find from the totals', () => {
    fc.assert(
      fc.property(tables, (cellules) => {
        const masques = masquerTableau(cellules);
        const equations = egalites(cellules);
        const vraies = new Map(cellules.map(({ ligne, colonne, nombre: n }) => [cleCellule(ligne, colonne), n]));
        const tout = cellules.reduce((somme, { nombre: n }) => somme + n, 0);
        for (const { termes, total } of equations)
          vraies.set(
            total,
            termes.reduce((somme, cle) => somme + (vraies.get(cle) ?? 0), 0),
          );
        const grandTotal = cleCellule(TOTAL_TABLEAU, TOTAL_TABLEAU);
        const seuls = equations.filter(({ termes }) => termes.length === 1).flatMap(({ termes }) => termes);
        const montrees = [...vraies].filter(
          ([cle, n]) =>
            cle !== grandTotal &&
            !(cle.includes(TOTAL_TABLEAU) && seuls.includes(cle)) &&
            !masques.has(cle) &&
            n > 0 &&
            n < 11,
        );
        expect(montrees).toEqual([]);
        const distinctes = [...masques.values()].includes('petit');
        const connues: Bornes = new Map(
          [...vraies].map(([cle, n]): [string, [number, number]] => {
            const masque = masques.get(cle);
            if (!masque) return [cle, [n, n]];
            return [cle, masque === 'petit' ? [1, 10] : [distinctes ? 11 : 0, tout]];
          }),
        );
        const trouvees = [...masques.keys()].filter((cle) => {
          const n = vraies.get(cle) ?? 0;
          const [bas, haut] = connues.get(cle) ?? [0, 0];
          const autre = (de: number, a: number) => de <= a && possible(new Map(connues).set(cle, [de, a]), equations);
          return !autre(bas, n - 1) && !autre(n + 1, haut);
        });
        expect(trouvees).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
