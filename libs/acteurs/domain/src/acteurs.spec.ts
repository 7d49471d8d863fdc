import { CATEGORIES, LIBELLES_CATEGORIES, LIMITES_ORGANISATION, verifierCommune } from './organisations';
import { verifierPeriode } from './personnes';

describe('organisations', () => {
  it('have a French label for each category', () => {
    expect(Object.keys(LIBELLES_CATEGORIES)).toEqual([...CATEGORIES]);
  });

  it('stand for a commune only when they are a ville', () => {
    expect(verifierCommune({ categorie: 'ville', communeCode: '37261' })).toBeNull();
    expect(verifierCommune({ categorie: 'ville', communeCode: null })).toBeNull();
    expect(verifierCommune({ categorie: 'bailleur', communeCode: null })).toBeNull();
    expect(verifierCommune({ categorie: 'bailleur', communeCode: '37261' })).toBe(
      'Seule une ville est rattachée à une commune.',
    );
  });

  it('have a SIRET of fourteen digits', () => {
    expect('21370261600011').toMatch(LIMITES_ORGANISATION.siret);
    for (const faux of ['2137026160001', '213 702 616 00011', '21370261600011\n', '2137026160001A']) {
      expect(faux).not.toMatch(LIMITES_ORGANISATION.siret);
    }
  });
});

describe('mandats', () => {
  it('may last, end on the day they began, but not before', () => {
    expect(verifierPeriode({ du: '2026-01-01', au: null })).toBeNull();
    expect(verifierPeriode({ du: '2026-01-01', au: '2026-01-01' })).toBeNull();
    expect(verifierPeriode({ du: '2026-01-01', au: '2025-12-31' })).toBe('La fin du mandat précède son début.');
  });
});
