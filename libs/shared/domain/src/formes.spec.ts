import { anneesDuContrat, estDansLeContrat } from './annees';
import { accorder, formaterDate, formaterHeure, formaterNombre } from './typographie';

describe('years of a contrat', () => {
  const contrat = { anneeDebut: 2024, anneeFin: 2030 };

  it('run from the first to the last, both included', () => {
    expect(anneesDuContrat(contrat)).toEqual([2024, 2025, 2026, 2027, 2028, 2029, 2030]);
    expect(anneesDuContrat({ anneeDebut: 2024, anneeFin: 2024 })).toEqual([2024]);
    expect(anneesDuContrat(contrat).every((annee) => estDansLeContrat(annee, contrat))).toBe(true);
  });

  it('hold neither the year before, nor the year after, nor half a year', () => {
    for (const annee of [2023, 2031, 2024.5, Number.NaN]) expect(estDansLeContrat(annee, contrat)).toBe(false);
  });
});

describe('French forms', () => {
  it('writes numbers with a thin space and a comma', () => {
    expect(formaterNombre(1_060_119.5)).toBe('1\u202F060\u202F119,5');
    expect(formaterNombre(0)).toBe('0');
    expect(formaterNombre(12, 1)).toBe('12,0');
    expect(formaterNombre(2 / 3)).toBe('0,67');
    expect(formaterNombre(-1_060.25, 1)).toBe('\u22121\u202F060,3');
    expect(formaterNombre(-0.004)).toBe('0');
  });

  it('writes dates in words, the first of a month as « 1er »', () => {
    expect(formaterDate('2026-01-12')).toBe('12 janvier 2026');
    expect(formaterDate('2026-02-01')).toBe('1er février 2026');
  });

  it('tells the day and the hour of Paris', () => {
    expect(formaterDate('2026-06-30T22:30:00Z')).toBe('1er juillet 2026');
    expect(formaterHeure('2026-01-12T13:32:00Z')).toBe('14\u00A0h\u00A032');
    expect(formaterHeure('2026-07-12T13:32:00Z')).toBe('15\u00A0h\u00A032');
  });

  it('agrees nouns as French does: nought and one are singular', () => {
    expect([0, 1, 2].map((nombre) => accorder(nombre, 'fiche'))).toEqual([
      '0\u00A0fiche',
      '1\u00A0fiche',
      '2\u00A0fiches',
    ]);
    expect(accorder(3, 'enjeu', 'enjeux')).toBe('3\u00A0enjeux');
  });
});
