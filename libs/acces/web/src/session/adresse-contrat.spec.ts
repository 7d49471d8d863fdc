import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { lireProbleme } from '@pleniere/shared/ui';
import { AdresseContrat } from './adresse-contrat';
import { SessionStore } from './session-store';

describe('addresses of the contrat', () => {
  const session = signal<{ contrat: { id: string } } | null>({ contrat: { id: 'c1' } });
  let duContrat: AdresseContrat;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [{ provide: SessionStore, useValue: { session } }] });
    duContrat = TestBed.inject(AdresseContrat);
  });

  it('are those of whoever is logged in', () => {
    expect(duContrat.lecture()).toBe('/api/v1/contrats/c1');
    expect(duContrat.lecture('fiches')).toBe('/api/v1/contrats/c1/fiches');
    expect(duContrat.appel('fiches')).toBe('/api/v1/contrats/c1/fiches');
  });

  it('are no more once nobody is: a resource asks nothing, a call is refused in words', () => {
    session.set(null);
    expect(duContrat.lecture('fiches')).toBeUndefined();
    let refus: unknown;
    try {
      duContrat.appel('fiches');
    } catch (erreur) {
      refus = erreur;
    }
    expect(lireProbleme(refus)).toMatchObject({ status: 401, title: 'Vous n’êtes plus connecté.' });
  });
});
