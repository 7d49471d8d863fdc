import fc from 'fast-check';
import {
  echeanceParDefaut,
  estEnRetard,
  estEnRetardPublic,
  etapesDues,
  jourApres,
  jourDeLEtape,
  joursEntre,
  joursRestants,
} from './echeance';

const attente = (echeance: string) => ({ etat: 'attribuee' as const, echeance });

describe('civil days of Paris', () => {
  it('neither lose nor gain a day when the clocks change', () => {
    expect(jourApres('2026-03-28', 1)).toBe('2026-03-29');
    expect(jourApres('2026-03-28', 2)).toBe('2026-03-30');
    expect(jourApres('2026-10-24', 2)).toBe('2026-10-26');
    expect(joursEntre('2026-03-27', '2026-04-26')).toBe(30);
    expect(joursEntre('2026-10-25', '2026-10-24')).toBe(-1);
  });

  it('go and come back, whatever the day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: -400, max: 400 }), (debut, jours) => {
        const jour = jourApres('2024-01-01', debut);
        expect(joursEntre(jour, jourApres(jour, jours))).toBe(jours);
      }),
    );
  });
});

describe('échéance of an answer', () => {
  it('is thirty days after the question, counted from the day it was in Paris', () => {
    // 28 March 23:30 in Paris (UTC+1), then 29 March 23:30 (UTC+2).
    expect(echeanceParDefaut(new Date('2026-03-28T22:30:00Z'), new Date('2026-03-30T08:00:00Z'))).toBe('2026-04-27');
    expect(echeanceParDefaut(new Date('2026-03-29T21:30:00Z'), new Date('2026-03-30T08:00:00Z'))).toBe('2026-04-28');
    // 25 October 00:30 in Paris is still the 24th in UTC.
    expect(echeanceParDefaut(new Date('2026-10-24T22:30:00Z'), new Date('2026-10-26T08:00:00Z'))).toBe('2026-11-24');
  });

  it('leaves a week to the service that gets the question late', () => {
    expect(echeanceParDefaut(new Date('2026-09-01T10:00:00Z'), new Date('2026-10-24T22:30:00Z'))).toBe('2026-11-01');
  });

  it('is recalled a week before, again that day, escalated the day after, public a fortnight after', () => {
    const dues = (jour: string) => etapesDues(attente('2026-04-05'), jour);
    expect(dues('2026-03-28')).toEqual([]);
    expect(dues('2026-03-29')).toEqual(['rappel']);
    expect(dues('2026-04-04')).toEqual(['rappel']);
    expect(dues('2026-04-05')).toEqual(['rappel', 'relance']);
    expect(dues('2026-04-06')).toEqual(['rappel', 'relance', 'escalade']);
    expect(dues('2026-04-19')).toHaveLength(3);
    expect(dues('2026-04-20')).toEqual(['rappel', 'relance', 'escalade', 'retardPublic']);
  });

  it('falls on the right days across 25 October', () => {
    expect(jourDeLEtape('2026-10-24', 'escalade')).toBe('2026-10-25');
    expect(jourDeLEtape('2026-10-25', 'escalade')).toBe('2026-10-26');
    expect(jourDeLEtape('2026-10-14', 'retardPublic')).toBe('2026-10-29');
    expect(estEnRetard(attente('2026-10-25'), '2026-10-25')).toBe(false);
    expect(estEnRetard(attente('2026-10-25'), '2026-10-26')).toBe(true);
    expect(estEnRetardPublic(attente('2026-10-11'), '2026-10-25')).toBe(false);
    expect(estEnRetardPublic(attente('2026-10-11'), '2026-10-26')).toBe(true);
  });

  it('binds nobody once the answer is published, or before a service has the question', () => {
    expect(joursRestants({ etat: 'reponse-publiee', echeance: '2026-01-01' }, '2026-11-22')).toBeNull();
    expect(etapesDues({ etat: 'recevable', echeance: null }, '2026-11-22')).toEqual([]);
    expect(joursRestants(attente('2026-11-25'), '2026-11-22')).toBe(3);
  });
});
