import fc from 'fast-check';
import { codeAction, estEnRetard } from './action';
import { METEOS, pireMeteo, verifierMeteo, type Meteo } from './declinaison';

const meteos = fc.array(fc.option(fc.constantFrom(...METEOS)));

describe('actions', () => {
  it('have codes that follow one another, never twice the same', () => {
    expect([0, 1, 25, 26, 27, 52].map((rang) => codeAction('T1.1', rang))).toEqual([
      'T1.1-a',
      'T1.1-b',
      'T1.1-z',
      'T1.1-aa',
      'T1.1-ab',
      'T1.1-ba',
    ]);
    const codes = Array.from({ length: 702 }, (_, rang) => codeAction('T1.1', rang));
    expect(new Set(codes).size).toBe(702);
  });

  it('are late after their day, when they are still to be done', () => {
    const action = { echeance: '2026-06-30', statut: 'en-cours' as const };
    expect(estEnRetard(action, '2026-06-30')).toBe(false);
    expect(estEnRetard(action, '2026-07-01')).toBe(true);
    expect(estEnRetard({ ...action, statut: 'realisee' }, '2026-07-01')).toBe(false);
    expect(estEnRetard({ ...action, echeance: null }, '2026-07-01')).toBe(false);
  });
});

describe('weather', () => {
  it('of a fiche is the worst of its déclinaisons, whatever their order', () => {
    expect(pireMeteo(['soleil', 'orage', null, 'couvert'])).toBe('orage');
    expect(pireMeteo([null])).toBeNull();
    fc.assert(
      fc.property(meteos, meteos, (a, b) => {
        expect(pireMeteo([...a, ...b])).toBe(pireMeteo([...b, ...a]));
        expect(pireMeteo([pireMeteo(a), pireMeteo(b)])).toBe(pireMeteo([...a, ...b]));
      }),
    );
  });

  it('must be explained exactly when it worsens', () => {
    const rang = (meteo: Meteo | null) => (meteo === null ? 0 : METEOS.indexOf(meteo));
    const une = fc.option(fc.constantFrom(...METEOS));
    fc.assert(
      fc.property(une, une, (avant, apres) => {
        const aggravee = apres !== null && rang(apres) > rang(avant);
        expect(verifierMeteo(avant, apres, ' ') !== null).toBe(aggravee);
        expect(verifierMeteo(avant, apres, 'Le lieu a fermé.')).toBeNull();
      }),
    );
  });
});
