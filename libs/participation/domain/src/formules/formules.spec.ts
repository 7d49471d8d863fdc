import fc from 'fast-check';
import { AUCUN_VOTE } from '../consultation/votes';
import { axePrincipal, centrer, projeter } from './axes';
import {
  budgetNouvelles,
  consensusDesGroupes,
  prioritePolis,
  representativiteDe,
  testDeuxProportions,
  testProportion,
} from './groupes';
import { borneBasse, type ComptesPeses, LIBELLES_ZONES, scoresMake, zoneDe } from './score-make';
import { silhouetteMoyenne, silhouettes } from './silhouette';
import { courbeDeSurvie, delaiMedian } from './survie';
import { intervalleMoyenne, intervalleWilson } from './wilson';

// The vectors below are given cut, not rounded.
const couper = (nombre: number, decimales: number) => Math.trunc(nombre * 10 ** decimales) / 10 ** decimales;
const avis = (pour: number, vus: number) => ({ pour, vus });

describe('scores of a proposition (F1)', () => {
  const V1_SEQUENCE = {
    ...{ pour: 83, contre: 6, neutre: 24, coupDeCoeur: 17, realiste: 28, banalitePour: 1 },
    ...{ surtoutPas: 0, infaisable: 1, banaliteContre: 3, pasCompris: 0, pasDAvis: 0, indifferent: 0 },
  };
  const V1: ComptesPeses = { sequence: V1_SEQUENCE, verifies: { ...V1_SEQUENCE, pour: 85, realiste: 29 } };
  const V2_COMPTES = {
    ...AUCUN_VOTE,
    ...{ pour: 11, contre: 1, neutre: 9, coupDeCoeur: 4, realiste: 2, banalitePour: 2, surtoutPas: 1 },
  };
  const V2: ComptesPeses = { sequence: V2_COMPTES, verifies: V2_COMPTES };

  it('are those of the published vectors', () => {
    const attendu = (
      comptes: ComptesPeses,
      lus: Record<'top' | 'controverse' | 'rejet' | 'neutre', [number, number]>,
    ) => {
      const scores = scoresMake(comptes);
      for (const nom of ['top', 'controverse', 'rejet', 'neutre'] as const) {
        expect(scores[nom].score).toBeCloseTo(lus[nom][0], 13);
        expect(scores[nom].marge).toBeCloseTo(lus[nom][1], 13);
      }
    };
    attendu(V1, {
      top: [1.08527298850575, 0.147083961694131],
      controverse: [0.0551346037507562, 0.107091650406154],
      rejet: [-0.366859497882638, 0.130517119469599],
      neutre: [0.211581215970962, 0.0769930776359298],
    });
    attendu(V2, {
      top: [0.650454545454545, 0.388908334735123],
      controverse: [0.106363636363636, 0.261873399227834],
      rejet: [-0.258636363636364, 0.35981045551905],
      neutre: [0.424090909090909, 0.198367012853523],
    });
  });

  it('sort by their lower bound', () => {
    expect(borneBasse({ score: 0.5, marge: 0.2 })).toBeCloseTo(0.3);
    const { realisme, elan, engagement } = scoresMake(V2);
    expect(realisme.score).toBeGreaterThan(0);
    expect(engagement.score).toBeLessThan(elan.score + realisme.score);
  });
});

describe('zones (F2)', () => {
  it('follow the shares of each vote', () => {
    const zone = (pour: number, contre: number, neutre: number) => zoneDe({ pour, contre, neutre });
    expect(zone(60, 30, 10)).toBe('consensus');
    expect(zone(50, 14, 36)).toBe('consensus');
    expect(zone(20, 60, 20)).toBe('rejet');
    expect(zone(14, 50, 36)).toBe('rejet');
    expect(zone(30, 30, 40)).toBe('limbes');
    expect(zone(45, 35, 20)).toBe('controverse');
    expect(zone(59, 15, 26)).toBe('controverse');
    expect(zone(0, 0, 0)).toBeNull();
    expect(Object.keys(LIBELLES_ZONES)).toHaveLength(4);
  });
});

describe('Wilson interval (F3)', () => {
  it('has the published lower bounds', () => {
    const vecteurs: [number, number, number, number][] = [
      [1, 1, 0.206543, 6],
      [9, 10, 0.595844, 6],
      [7, 10, 0.396773, 6],
      [70, 100, 0.60415, 6],
      [90, 100, 0.825633, 6],
      [100, 101, 0.946032, 6],
      [24, 30, 0.6269, 4],
      [21, 30, 0.5212, 4],
    ];
    for (const [k, n, bas, decimales] of vecteurs) expect(intervalleWilson(k, n).bas).toBeCloseTo(bas, decimales);
  });

  it('holds the share, narrows with answers, and mirrors', () => {
    expect(intervalleWilson(0, 0)).toEqual({ bas: 0, haut: 1 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, part) => {
        const k = Math.round(part * n);
        const { bas, haut } = intervalleWilson(k, n);
        const miroir = intervalleWilson(n - k, n);
        expect(bas).toBeLessThanOrEqual(k / n + 1e-12);
        expect(haut).toBeGreaterThanOrEqual(k / n - 1e-12);
        expect(haut).toBeCloseTo(1 - miroir.bas, 9);
        expect(haut - bas).toBeGreaterThanOrEqual(
          intervalleWilson(4 * k, 4 * n).haut - intervalleWilson(4 * k, 4 * n).bas,
        );
      }),
    );
  });

  it('of a mean needs two values', () => {
    expect(intervalleMoyenne([3])).toBeNull();
    expect(intervalleMoyenne([2, 4])).toEqual({ moyenne: 3, bas: 3 - 1.96, haut: 3 + 1.96 });
  });
});

describe('priority (F6)', () => {
  it('is that of the vectors', () => {
    const priorite = (pour: number, neutres: number, vus: number, etendue: number) =>
      prioritePolis({ pour, neutres, vus, etendue });
    expect(priorite(0, 0, 0, 0)).toBe(5.0625);
    expect(priorite(1, 0, 1, 0)).toBeCloseTo(12.529726, 6);
    expect(priorite(20, 3, 20, 0)).toBeCloseTo(1.372383, 6);
    expect(priorite(18, 3, 20, 1)).toBeCloseTo(4.493699, 6);
  });
});

describe('groups (F7, F8)', () => {
  it('agree together as the vectors say', () => {
    expect(consensusDesGroupes([avis(3, 5), avis(2, 3), avis(1, 6)])).toBeCloseTo(0.08571428571428573, 15);
    expect(consensusDesGroupes([avis(36, 39), avis(4, 36), avis(31, 51), avis(4, 29)])).toBeCloseTo(
      0.011563430494797626,
      15,
    );
    expect(consensusDesGroupes([avis(0, 0), avis(0, 0), avis(0, 0)])).toBe(0.125);
  });

  it('are told apart as the vectors say', () => {
    expect(testProportion(avis(38, 40))).toBeCloseTo(5.778429189878425, 12);
    expect(testProportion(avis(13, 19))).toBeCloseTo(1.7888543819998315, 12);
    expect(representativiteDe(avis(38, 40), avis(0, 0)).part).toBeCloseTo(0.928571, 6);
    expect(testDeuxProportions(avis(15, 24), avis(56, 71))).toBeCloseTo(-1.51407, 5);
    const forte = representativiteDe(avis(36, 39), avis(39, 116));
    expect(forte.ratio).toBeCloseTo(2.66219512195122, 13);
    expect(couper(forte.zRatio, 6)).toBe(6.368542);
    expect(forte.zPart).toBeCloseTo(5.375872022286246, 12);
    expect(forte.significative).toBe(true);
    const petite = representativiteDe(avis(6, 6), avis(3, 10));
    expect(petite.ratio).toBeCloseTo(2.625, 12);
    expect(couper(petite.zRatio, 7)).toBe(2.6998622);
  });
});

describe('budget of new propositions (F10)', () => {
  it('is a third of the votes that each may expect, between three and ten', () => {
    expect(budgetNouvelles(600, 40)).toBe(4);
    expect(budgetNouvelles(100, 40)).toBe(3);
    expect(budgetNouvelles(6000, 40)).toBe(10);
    expect(budgetNouvelles(100, 0)).toBe(10);
  });
});

describe('delays (Kaplan & Meier)', () => {
  const fini = (jours: number) => ({ jours, termine: true });
  const enCours = (jours: number) => ({ jours, termine: false });

  it('count those who still wait', () => {
    expect(delaiMedian([fini(2), fini(4), fini(6)])).toBe(4);
    expect(delaiMedian([fini(2), fini(4), enCours(30), enCours(40), enCours(50)])).toBeNull();
    expect(delaiMedian([fini(2), fini(4), fini(9), enCours(5), enCours(5), enCours(6)])).toBe(9);
    expect(delaiMedian([])).toBeNull();
  });

  it('follow the curve of the published example (6-MP arm of Freireich 1963)', () => {
    const termines = [6, 6, 6, 7, 10, 13, 16, 22, 23].map(fini);
    const courbe = courbeDeSurvie([...termines, ...[6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map(enCours)]);
    expect(courbe.map(({ part }) => Number(part.toFixed(3)))).toEqual([0.857, 0.807, 0.753, 0.69, 0.627, 0.538, 0.448]);
    expect(courbe.at(-1)?.jours).toBe(23);
  });
});

describe('silhouette and first axis (V7)', () => {
  const DISTANCES: Record<string, number> = { ab: 1, ac: 3, bc: 3, ad: 4, bd: 4, cd: 2 };
  const distance = (a: number, b: number) =>
    DISTANCES[
      [a, b]
        .sort()
        .map((rang) => 'abcd'[rang])
        .join('')
    ] ?? 0;

  it('tell how well points lie in their groups', () => {
    expect(couper(silhouettes([0, 0, 1, 1], distance)[0] ?? 0, 5)).toBe(0.71428);
    expect(couper(silhouetteMoyenne([0, 0, 1, 1], distance), 4)).toBe(0.5654);
    expect(silhouettes([0, 0, 0, 1], distance)[3]).toBe(0);
    expect(silhouetteMoyenne([], distance)).toBe(0);
  });

  const LIGNES = {
    debuts: Int32Array.of(0, 3, 6, 9, 12),
    colonnes: Int32Array.of(0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2),
    valeurs: Float64Array.of(1, 0, 0, -1, 1, 0.1, 0, 1, 0.1, 0, 1, -0.1),
  };

  it('finds the axis of the vector in three products', () => {
    const [x = 0, y = 0, z = 0] = axePrincipal(LIGNES, 3, [], 3);
    expect([couper(x, 5), couper(y, 5), couper(z, 6)]).toEqual([-0.34217, 0.93906, 0.032633]);
  });

  it('finds a second one at a right angle, and places rows on both', () => {
    const centrees = centrer(LIGNES, 3);
    expect(centrees.valeurs.reduce((somme, x, place) => somme + (place % 3 === 1 ? x : 0), 0)).toBeCloseTo(0, 12);
    const premier = axePrincipal(centrees, 3);
    const second = axePrincipal(centrees, 3, [premier]);
    expect(premier.reduce((somme, x, rang) => somme + x * (second[rang] ?? 0), 0)).toBeCloseTo(0, 9);
    const seule = { debuts: Int32Array.of(0, 1), colonnes: Int32Array.of(0), valeurs: Float64Array.of(1) };
    expect([...projeter(seule, [Float64Array.of(1, 0, 0), Float64Array.of(0, 1, 0)], 4)]).toEqual([2, 0]);
  });
});
