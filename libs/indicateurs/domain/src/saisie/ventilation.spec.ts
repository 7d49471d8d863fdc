import fc from 'fast-check';
import type { Ventilation } from './valeur';
import { estVentilationDe, sommeDesParties, ventilationsDe } from './ventilation';

const nombres =
  (parts: Partial<Record<Ventilation, number>>) =>
  (ventilation: Ventilation): number | null =>
    parts[ventilation] ?? null;

describe('parts of a breakdown', () => {
  it('asks for the parts of the chosen characteristics, and for no other', () => {
    expect(ventilationsDe({ ventilations: ['sexe'] })).toEqual(['femmes', 'hommes', 'sexe-non-precise']);
    expect(estVentilationDe({ ventilations: ['sexe'] }, 'femmes')).toBe(true);
    expect(estVentilationDe({ ventilations: ['sexe'] }, '15-24')).toBe(false);
    expect(estVentilationDe({ ventilations: [] }, 'total')).toBe(true);
  });

  it('makes a total of women and men, with those whose sex is not known when they are counted', () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.nat(1e6), fc.option(fc.nat(1e6)), (femmes, hommes, inconnus) => {
        const parts = { femmes, hommes, ...(inconnus !== null && { 'sexe-non-precise': inconnus }) };
        const somme = sommeDesParties({ nature: 'nombre', ventilations: ['sexe'] }, nombres(parts));
        expect(somme).toBe(femmes + hommes + (inconnus ?? 0));
      }),
    );
  });

  it('makes no total of an incomplete breakdown, nor of shares', () => {
    expect(sommeDesParties({ nature: 'nombre', ventilations: ['sexe'] }, nombres({ femmes: 4 }))).toBeNull();
    expect(
      sommeDesParties({ nature: 'pourcentage', ventilations: ['sexe'] }, nombres({ femmes: 40, hommes: 60 })),
    ).toBeNull();
    expect(sommeDesParties({ nature: 'nombre', ventilations: [] }, nombres({ femmes: 4, hommes: 5 }))).toBeNull();
  });

  it('takes the first characteristic that is complete', () => {
    const parts = nombres({ femmes: 4, 'moins-15': 1, '15-24': 2, '25-59': 3, '60-74': 4, '75-plus': 5 });
    expect(sommeDesParties({ nature: 'nombre', ventilations: ['sexe', 'age'] }, parts)).toBe(15);
  });
});
