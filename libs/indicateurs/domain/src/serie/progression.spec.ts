import fc from 'fast-check';
import { agreger } from './agregat';
import { libelleProgression, progression } from './progression';
import { estPetitNombre, SEUIL_PUBLICATION } from '../petits-nombres/petits-nombres';

const nombre = fc.integer({ min: -10_000, max: 10_000 });
const repere = (annee: number, valeur: number) => ({ annee, valeur });

/** A baseline and a target that lies on the hoped side. */
const trajet = fc
  .record({ reference: nombre, chemin: fc.integer({ min: 1, max: 10_000 }), sens: fc.constantFrom('hausse', 'baisse') })
  .map(({ reference, chemin, sens }) => ({
    sens,
    reference: repere(2023, reference),
    cible: repere(2030, reference + (sens === 'hausse' ? chemin : -chemin)),
  }));

function tauxDe(...termes: Parameters<typeof progression>): number {
  const resultat = progression(...termes);
  if ('nonCalculable' in resultat) throw new Error(resultat.nonCalculable);
  return resultat.taux;
}

describe('progress', () => {
  it('is nothing at the baseline and whole at the target, upwards and downwards', () => {
    fc.assert(
      fc.property(trajet, ({ reference, cible, sens }) => {
        expect(Math.abs(tauxDe(reference.valeur, reference, cible, sens))).toBe(0);
        expect(tauxDe(cible.valeur, reference, cible, sens)).toBe(1);
      }),
    );
  });

  it('grows when the value goes the hoped way', () => {
    fc.assert(
      fc.property(trajet, nombre, fc.integer({ min: 1, max: 1000 }), ({ reference, cible, sens }, valeur, pas) => {
        const mieux = valeur + (sens === 'hausse' ? pas : -pas);
        expect(tauxDe(mieux, reference, cible, sens)).toBeGreaterThan(tauxDe(valeur, reference, cible, sens));
      }),
    );
  });

  it('does not depend on the unit of measure', () => {
    fc.assert(
      fc.property(trajet, nombre, fc.constantFrom(10, 100, 1000), ({ reference, cible, sens }, valeur, facteur) => {
        const autre = tauxDe(
          valeur * facteur,
          repere(2023, reference.valeur * facteur),
          repere(2030, cible.valeur * facteur),
          sens,
        );
        expect(autre).toBeCloseTo(tauxDe(valeur, reference, cible, sens), 9);
      }),
    );
  });

  it.each([
    ['no evolution is hoped for', 4, repere(2023, 1), repere(2030, 9), 'stable'],
    ['the baseline is missing', 4, null, repere(2030, 9), 'hausse'],
    ['the target is missing', 4, repere(2023, 1), null, 'hausse'],
    ['the value is missing', null, repere(2023, 1), repere(2030, 9), 'hausse'],
    ['the target equals the baseline', 4, repere(2023, 9), repere(2030, 9), 'hausse'],
    ['the target goes against the hoped direction', 4, repere(2023, 1), repere(2030, 9), 'baisse'],
  ] as const)('says why it cannot be computed when %s', (_, valeur, reference, cible, sens) => {
    const resultat = progression(valeur, reference, cible, sens);
    expect(resultat).toHaveProperty('nonCalculable');
    expect(libelleProgression(resultat)).toMatch(/^non calculable/);
  });
});

describe('roll-up of territories', () => {
  it('adds nothing up when the indicator says so, and always tells the coverage', () => {
    fc.assert(
      fc.property(fc.array(fc.option(nombre)), (nombres) => {
        const { valeur, renseignes, attendus } = agreger(nombres, 'aucune', nombres.length);
        expect(valeur).toBeNull();
        expect(renseignes).toBe(nombres.filter((connu) => connu !== null).length);
        expect(attendus).toBe(nombres.length);
      }),
    );
  });

  it('ignores what is missing: it is not a zero', () => {
    fc.assert(
      fc.property(fc.array(nombre, { minLength: 1 }), fc.nat(5), (nombres, trous) => {
        const troue = [...nombres, ...Array.from({ length: trous }, () => null)];
        expect(agreger(troue, 'somme', 20).valeur).toBe(agreger(nombres, 'somme', 20).valeur);
        expect(agreger(troue, 'moyenne', 20).valeur).toBe(agreger(nombres, 'moyenne', 20).valeur);
      }),
    );
  });

  it('keeps a mean between the extremes', () => {
    fc.assert(
      fc.property(fc.array(nombre, { minLength: 1 }), (nombres) => {
        const moyenne = agreger(nombres, 'moyenne', nombres.length).valeur ?? NaN;
        expect(moyenne).toBeGreaterThanOrEqual(Math.min(...nombres) - 1e-9);
        expect(moyenne).toBeLessThanOrEqual(Math.max(...nombres) + 1e-9);
      }),
    );
  });
});

describe('small numbers', () => {
  it('masks counts of a quartier from one to four, never zero, never another nature or level', () => {
    const masques = [0, 1, 2, 3, 4, SEUIL_PUBLICATION, 40].filter((compte) =>
      estPetitNombre(compte, { nature: 'nombre', maille: 'qpv' }),
    );
    expect(masques).toEqual([1, 2, 3, 4]);
    expect(estPetitNombre(3, { nature: 'pourcentage', maille: 'qpv' })).toBe(false);
    expect(estPetitNombre(3, { nature: 'nombre', maille: 'contrat' })).toBe(false);
  });
});
