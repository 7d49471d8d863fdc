import fc from 'fast-check';
import { diversite, estDivulgable } from './diversite';
import { fidelite, frequentation, presentsDe, type PresencesDeSeance } from './frequentation';

const cles = (de: number, a: number) => Array.from({ length: a - de + 1 }, (_, rang) => `c${de + rang}`);
const seance = (
  seanceId: string,
  date: string,
  comptes: number | null,
  connues: string[],
  anonymes = 0,
): PresencesDeSeance => ({ seanceId, date, comptes, anonymes, cles: connues });

// Twelve with ten recognised; twenty with eight recognised, five of them already seen; nine in a headcount only.
const S1 = seance('s1', '2026-01-10', 12, cles(1, 10));
const S2 = seance('s2', '2026-02-10', 20, cles(6, 13));
const S3 = seance('s3', '2026-03-10', 9, []);

describe('attendance', () => {
  it('gives comings, people recognised and an interval of different people', () => {
    expect(frequentation([S1, S2, S3])).toEqual({
      seances: 3,
      participations: 41,
      distinctes: 13,
      min: 20,
      max: 36,
    });
  });

  it('is nothing of no séance', () => {
    expect(frequentation([])).toEqual({ seances: 0, participations: 0, distinctes: 0, min: 0, max: 0 });
  });

  it('believes the roll where it is longer than the headcount, and counts a key once', () => {
    expect(presentsDe(seance('s', '2026-01-01', 3, cles(1, 4), 2))).toBe(6);
    expect(presentsDe(seance('s', '2026-01-01', null, ['c1', 'c1']))).toBe(1);
  });

  it('holds the number of different people between its bounds, whoever the unknown ones are', () => {
    const gens = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 12 }), { maxLength: 8 }), { maxLength: 6 });
    fc.assert(
      fc.property(gens, fc.integer({ min: 0, max: 3 }), (salles, tusParSeance) => {
        const vraies = new Set(salles.flat()).size;
        const { min, max, distinctes, participations } = frequentation(
          salles.map((salle, rang) =>
            seance(`s${rang}`, '2026-01-01', salle.length, salle.slice(tusParSeance).map(String)),
          ),
        );
        expect(min).toBeLessThanOrEqual(vraies);
        expect(max).toBeGreaterThanOrEqual(vraies);
        expect(max).toBeLessThanOrEqual(participations);
        expect(distinctes).toBeLessThanOrEqual(min);
      }),
    );
  });

  it('tells first times and returns from every séance ever recorded', () => {
    const annee = { debut: '2026-02-01', fin: '2026-12-31' };
    expect(fidelite([S1, S2, S3], annee)).toEqual({
      distinctes: 8,
      premieresFois: 3,
      retours: 0,
      tauxPremieresFois: 3 / 8,
      tauxRetour: 0,
    });
    expect(fidelite([S2, S1], { debut: '2026-01-01', fin: '2026-12-31' })).toMatchObject({
      distinctes: 13,
      premieresFois: 13,
      retours: 5,
    });
    expect(fidelite([], annee).tauxRetour).toBeNull();
  });
});

describe('diversity', () => {
  const DECLARES = { a: 10, b: 35, c: 30, d: 25 };

  it('compares those who came with the population, and tells how even they are', () => {
    const { representativite, equilibre, tauxDeclaration, declarants } = diversite(DECLARES, 125, {
      a: 0.35,
      b: 0.3,
      c: 0.2,
      d: 0.15,
    });
    expect(representativite).toBeCloseTo(0.75, 12);
    expect(equilibre).toBeCloseTo(0.9417, 4);
    expect(tauxDeclaration).toBe(0.8);
    expect(declarants).toBe(100);
  });

  it('counts a part of the population that nobody came from', () => {
    const { representativite, equilibre } = diversite({ femme: 10 }, 10, { femme: 500, homme: 500 });
    expect(representativite).toBe(0.5);
    expect(equilibre).toBe(0);
  });

  it('says nothing of nobody, nor when fewer than half said who they are', () => {
    expect(diversite({}, 0, { a: 1, b: 1 })).toEqual({
      declarants: 0,
      tauxDeclaration: null,
      representativite: null,
      equilibre: null,
    });
    expect(diversite(DECLARES, 125, null).representativite).toBeNull();
    expect(estDivulgable({ tauxDeclaration: 0.5 })).toBe(true);
    expect(estDivulgable({ tauxDeclaration: 0.49 })).toBe(false);
    expect(estDivulgable({ tauxDeclaration: null })).toBe(false);
  });
});
