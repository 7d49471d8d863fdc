import fc from 'fast-check';
import type { Indicateur } from '../definition/indicateur';
import type { Ventilation } from '../saisie/valeur';
import { cleDe } from '../saisie/valeur';
import { estMasque, estPetitNombre, libelleMasque, masquerValeurs } from './petits-nombres';
import type { Masque } from './reseau';

const SEUIL = 5;
const REGLE = {
  nature: 'nombre',
  maille: 'qpv',
  agregation: 'somme',
  ventilations: ['sexe'],
  ponderationId: null,
} as const;
const QPV = ['QN037001', 'QN037002', 'QN037003', 'QN037004'];
const SEXES = ['femmes', 'hommes', 'sexe-non-precise'] as const;
const AGES = ['moins-15', '15-24', '25-59', '60-74', '75-plus', 'age-non-precise'] as const;

interface Cellule {
  indicateurId: string;
  annee: number;
  territoire: string;
  ventilation: Ventilation;
  valeur: number;
}

function cellule(territoire: string, valeur: number, ventilation: Ventilation = 'total'): Cellule {
  return { indicateurId: 'i', annee: 2025, territoire, ventilation, valeur };
}

const somme = (nombres: readonly number[]) => nombres.reduce((total, nombre) => total + nombre, 0);

/** Something that a reader knows to be true: these cells make that number, or that other cell. */
interface Egalite {
  termes: string[];
  total: { cle: string } | { nombre: number };
}

const PETITE_SOMME = 'somme';

/** Everything that adds up in the table, as anybody may see; written apart from the rule that is tested. */
function egalites(cellules: readonly Cellule[]): Egalite[] {
  const lignes = [...Map.groupBy(cellules, ({ territoire }) => territoire).values()].flatMap((ligne) => {
    const total = ligne.find(({ ventilation }) => ventilation === 'total');
    return [SEXES, AGES].flatMap((parties) => {
      const termes = ligne.filter(({ ventilation }) => (parties as readonly string[]).includes(ventilation));
      return total && termes.length > 0 ? [{ termes: termes.map(cleDe), total: { cle: cleDe(total) } }] : [];
    });
  });
  const tout = cellules.filter(({ ventilation }) => ventilation === 'total');
  const nombre = somme(tout.map(({ valeur }) => valeur));
  const total = nombre > 0 && nombre < SEUIL ? { cle: PETITE_SOMME } : { nombre };
  return [...lignes, { termes: tout.map(cleDe), total }];
}

type Bornes = Map<string, [number, number]>;

/** Narrows what each cell of an equality may be, once; null when it cannot hold. */
function resserrer(bornes: Bornes, { termes, total }: Egalite): boolean | null {
  const membres = [
    ...termes.map((cle) => ({ cle, signe: 1 })),
    ...('cle' in total ? [{ cle: total.cle, signe: -1 }] : []),
  ];
  const constante = 'nombre' in total ? total.nombre : 0;
  const extremes = membres.map(({ cle, signe }) => {
    const [bas, haut] = bornes.get(cle) ?? [0, 0];
    return signe === 1 ? { bas, haut } : { bas: -haut, haut: -bas };
  });
  const min = somme(extremes.map(({ bas }) => bas));
  const max = somme(extremes.map(({ haut }) => haut));
  for (const [rang, { bas, haut }] of extremes.entries()) {
    const plusBas = Math.max(bas, constante - (max - haut));
    const plusHaut = Math.min(haut, constante - (min - bas));
    const { cle, signe } = membres[rang] ?? { cle: '', signe: 1 };
    if (plusBas > plusHaut) return null;
    if (plusBas === bas && plusHaut === haut) continue;
    bornes.set(cle, signe === 1 ? [plusBas, plusHaut] : [-plusHaut, -plusBas]);
    return true;
  }
  return false;
}

/** Narrows what each cell may be until nothing more follows; false when the whole is impossible. */
function deduire(bornes: Bornes, equations: readonly Egalite[]): boolean {
  for (;;) {
    const pas = equations.map((equation) => resserrer(bornes, equation));
    if (pas.includes(null)) return false;
    if (!pas.includes(true)) return true;
  }
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

/** What a reader of the masked table knows of each cell, having read what the marks mean. */
function connaissance(cellules: readonly Cellule[], masques: ReadonlyMap<string, Masque>): Bornes {
  const distinctes = [...masques.values()].includes('petit');
  const plafond = 400;
  return new Map<string, [number, number]>([
    [PETITE_SOMME, [1, SEUIL - 1]],
    ...cellules.map((lue): [string, [number, number]] => {
      const masque = masques.get(cleDe(lue));
      if (!masque) return [cleDe(lue), [lue.valeur, lue.valeur]];
      if (masque === 'petit') return [cleDe(lue), [1, SEUIL - 1]];
      return [cleDe(lue), [distinctes ? SEUIL : 0, plafond]];
    }),
  ]);
}

/** Cells that the reader finds, or knows better than « small » or « hidden ». */
function trahies(cellules: readonly Cellule[], masques: ReadonlyMap<string, Masque>): string[] {
  const equations = egalites(cellules);
  const connues = connaissance(cellules, masques);
  const peutValoir = (cle: string, bas: number, haut: number) =>
    bas <= haut && possible(new Map(connues).set(cle, [bas, haut]), equations);
  const parmiLesPetits = (cle: string) => peutValoir(cle, 1, 1) && peutValoir(cle, SEUIL - 1, SEUIL - 1);
  const estCachee = (cle: string, valeur: number) => {
    const [bas = 0, haut = 0] = connues.get(cle) ?? [];
    if (valeur > 0 && valeur < SEUIL)
      return peutValoir(cle, 0, 0) || peutValoir(cle, SEUIL, haut) || parmiLesPetits(cle);
    return peutValoir(cle, bas, valeur - 1) || peutValoir(cle, valeur + 1, haut);
  };
  return cellules
    .map((lue) => ({ cle: cleDe(lue), valeur: lue.valeur }))
    .filter(({ cle, valeur }) => {
      const masque = masques.get(cle);
      if (masque === 'petit') return !parmiLesPetits(cle);
      return masque === 'masque' && !estCachee(cle, valeur);
    })
    .map(({ cle }) => cle);
}

const nombre = fc.oneof(
  { arbitrary: fc.integer({ min: 0, max: 6 }), weight: 2 },
  { arbitrary: fc.integer({ min: 0, max: 40 }), weight: 1 },
);

/** Between one and four quartiers, split by sex, by age, by both or not at all, some of them incompletely. */
const tables = fc
  .array(
    fc.record({
      sexe: fc.array(nombre, { minLength: 3, maxLength: 3 }),
      age: fc.boolean(),
      coupe: fc.integer({ min: 0, max: 20 }),
      ventile: fc.boolean(),
    }),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((lignes) =>
    lignes.flatMap(({ sexe, age, coupe, ventile }, rang) => {
      const territoire = QPV[rang] ?? '';
      const total = somme(sexe);
      const jeunes = Math.min(coupe, total);
      return [
        cellule(territoire, total),
        ...(ventile ? SEXES.map((partie, place) => cellule(territoire, sexe[place] ?? 0, partie)) : []),
        ...(age
          ? AGES.map((partie, place) => cellule(territoire, [jeunes, 0, total - jeunes][place] ?? 0, partie))
          : []),
      ];
    }),
  );

describe('small numbers', () => {
  it('are counts from one to four of people of a quartier, or of a sex or an age anywhere', () => {
    expect([0, 1, 4, 5].map((petit) => estPetitNombre(petit, REGLE))).toEqual([false, true, true, false]);
    expect(estPetitNombre(3, { nature: 'nombre', maille: 'contrat' })).toBe(false);
    expect(estPetitNombre(3, { nature: 'nombre', maille: 'contrat' }, SEUIL, 'femmes')).toBe(true);
    expect(estPetitNombre(3, { nature: 'montant', maille: 'qpv' })).toBe(false);
    expect(estPetitNombre(8, REGLE, 10)).toBe(true);
  });

  it('read « < 5 », and a file that holds one is known for it', () => {
    expect(libelleMasque('petit', 10)).toBe('<\u202F10');
    expect([libelleMasque('petit'), '<5', 'masqué', '5', 'Masqué hier'].map(estMasque)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('masking', () => {
  const masquer = (cellules: Cellule[], regle: Partial<Indicateur> = {}) =>
    Object.fromEntries(masquerValeurs({ ...REGLE, ventilations: ['sexe'], ...regle }, cellules, SEUIL));
  const cle = (rang: number, partie?: Ventilation) => cleDe(cellule(QPV[rang] ?? '', 0, partie));

  it('hides nothing when nothing is small, and never a zero alone', () => {
    expect(masquer([cellule('QN037001', 0), cellule('QN037002', 12)])).toEqual({});
  });

  it('hides another quartier, the smallest, when the total would betray a small one', () => {
    const cellules = [3, 40, 12].map((valeur, rang) => cellule(QPV[rang] ?? '', valeur));
    expect(masquer(cellules)).toEqual({ [cle(0)]: 'petit', [cle(2)]: 'masque' });
  });

  it('hides the small one alone when nobody gives a total', () => {
    const cellules = [3, 40, 12].map((valeur, rang) => cellule(QPV[rang] ?? '', valeur));
    expect(masquer(cellules, { agregation: 'aucune' })).toEqual({ [cle(0)]: 'petit' });
  });

  it('hides the men when the women are few', () => {
    const cellules = [cellule('QN037001', 30), cellule('QN037001', 3, 'femmes'), cellule('QN037001', 27, 'hommes')];
    expect(masquer(cellules)).toEqual({ [cle(0, 'femmes')]: 'petit', [cle(0, 'hommes')]: 'masque' });
  });

  it('tells small ones no apart from the others when their sum would say too much', () => {
    expect(masquer([cellule('QN037001', 4), cellule('QN037002', 4)])).toEqual({
      [cle(0)]: 'masque',
      [cle(1)]: 'masque',
    });
  });

  it('never hides what is the reader’s own', () => {
    const cellules = [cellule('QN037001', 3), cellule('QN037002', 2), cellule('QN037003', 9), cellule('QN037004', 9)];
    const masques = masquerValeurs(REGLE_LIBRE, cellules, SEUIL, ({ territoire }) => territoire === 'QN037001');
    expect(masques.has(cle(0))).toBe(false);
    expect(masques.get(cle(1))).toBe('petit');
  });

  it('hides a percentage of ten people, and tells that of eleven', () => {
    const taux = { ...REGLE_LIBRE, nature: 'pourcentage', agregation: 'moyenne-ponderee', ponderationId: 'p' } as const;
    const poids = [10, 11].map((combien, rang) => ({ territoire: QPV[rang] ?? '', annee: 2025, poids: combien }));
    const masques = masquerValeurs({ ...taux, poids }, [cellule('QN037001', 60), cellule('QN037002', 60)], SEUIL);
    expect(Object.fromEntries(masques)).toEqual({ [cle(0)]: 'masque' });
  });

  it('lets nobody find a hidden count, whatever the table', () => {
    const bilan = { tables: 0, cellules: 0, petites: 0, masquees: 0 };
    fc.assert(
      fc.property(tables, (cellules) => {
        const masques = masquerValeurs({ ...REGLE, ventilations: ['sexe', 'age'] }, cellules, SEUIL);
        const petites = cellules.filter(({ valeur }) => estPetitNombre(valeur, REGLE, SEUIL));
        expect(petites.filter((petite) => !masques.has(cleDe(petite)))).toEqual([]);
        expect(trahies(cellules, masques)).toEqual([]);
        bilan.tables += 1;
        bilan.cellules += cellules.length;
        bilan.petites += petites.length;
        bilan.masquees += masques.size;
      }),
      { numRuns: 250 },
    );
    // What the protection costs, beside the small counts that had to go.
    expect(bilan.masquees).toBeLessThan(2 * bilan.petites);
  });
});

const REGLE_LIBRE = { ...REGLE, ventilations: [] };
