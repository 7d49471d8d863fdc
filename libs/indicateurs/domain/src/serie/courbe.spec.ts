import fc from 'fast-check';
import { abscisse, echelleVerticale, lacunes, troncons } from './courbe';
import type { AnneeDeSerie } from './serie';

const CADRE = { gauche: 0, droite: 70, haut: 10, bas: 110 };

function annee(an: number, nombre: number | null, absence: AnneeDeSerie['absence'] = 'non-renseigne'): AnneeDeSerie {
  return {
    annee: an,
    valeur: nombre,
    nombre,
    qualite: nombre === null ? null : 'definitive',
    absence: nombre === null ? absence : null,
    couverture: null,
  };
}

describe('vertical scale', () => {
  it('holds every number within the frame, greater numbers higher', () => {
    const nombres = fc.array(fc.integer({ min: -100_000, max: 100_000 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(nombres, (liste) => {
        const { y, graduations } = echelleVerticale(liste, CADRE);
        for (const nombre of [...liste, ...graduations]) {
          expect(y(nombre)).toBeGreaterThanOrEqual(CADRE.haut - 1e-6);
          expect(y(nombre)).toBeLessThanOrEqual(CADRE.bas + 1e-6);
        }
        expect(y(Math.max(...liste))).toBeLessThanOrEqual(y(Math.min(...liste)));
      }),
    );
  });

  it('starts at zero, unless every number is far from it', () => {
    expect(echelleVerticale([9, 15, 40], CADRE).graduations).toEqual([0, 20, 40]);
    expect(echelleVerticale([92, 95, 99], CADRE).graduations[0]).toBeGreaterThan(80);
  });
});

describe('line of a series', () => {
  const serie = [annee(2024, 4), annee(2025, 6), annee(2026, null, 'nd'), annee(2027, 8), annee(2028, null, 'a-venir')];

  it('breaks at a missing year', () => {
    const x = abscisse([2024, 2025, 2026, 2027, 2028, 2029, 2030], CADRE);
    const traces = troncons(serie, x, (nombre) => nombre);
    expect(traces.map((points) => points.map(({ x: gauche, y }) => [gauche, y]))).toEqual([
      [
        [5, 4],
        [15, 6],
      ],
      [[35, 8]],
    ]);
  });

  it('gives each gap its reason, neighbours of one reason together', () => {
    expect(lacunes([...serie, annee(2029, null, 'a-venir')])).toEqual([
      { debut: 2026, fin: 2026, raison: 'non disponible' },
      { debut: 2028, fin: 2029, raison: 'à venir' },
    ]);
  });
});
