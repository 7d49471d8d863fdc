import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { SessionStore } from '@pleniere/acces/web';
import type { NiveauDAction, NiveauxDits } from '@pleniere/participation/domain';
import { NiveauxPage } from './niveaux-page';

const ACTION: NiveauDAction = {
  ...{ id: 'a1', titre: 'Un jardin', niveau: 'co-construction', preuves: [] },
  fiche: { id: 'f1', code: 'T1.1', titre: 'Espaces de dialogue' },
};
const PREUVE: NiveauDAction['preuves'][number] = {
  ...{ id: 'l1', etape: 'origine', reserve: null },
  source: { sorte: 'seance', id: 's1', libelle: 'Conseil citoyen', date: '2026-01-10', consultationId: null },
};

async function lire(dits: NiveauxDits): Promise<{ texte: string; element: HTMLElement }> {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([]),
      { provide: SessionStore, useValue: { session: () => ({ contrat: { id: 'c1' } }), peut: () => false } },
    ],
  });
  const http = TestBed.inject(HttpTestingController);
  const fixture = TestBed.createComponent(NiveauxPage);
  fixture.detectChanges();
  TestBed.tick();
  http.expectOne(({ url }) => url.endsWith('/seances-dialogue')).flush([]);
  http.expectOne(({ url }) => url.endsWith('/niveaux-participation')).flush(dits);
  await new Promise((suite) => setTimeout(suite));
  fixture.detectChanges();
  const element = fixture.nativeElement as HTMLElement;
  return { element, texte: element.textContent?.replace(/\s+/g, ' ') ?? '' };
}

describe('levels of participation of the actions', () => {
  it('come from where residents weigh most, each with what proves it', async () => {
    const consultee: NiveauDAction = { ...ACTION, id: 'a2', titre: 'Un bus', niveau: 'consultation' };
    const { texte, element } = await lire({ seances: [], actions: [consultee, { ...ACTION, preuves: [PREUVE] }] });
    expect(texte).toContain('2 actions disent la place des habitants, 1 le prouve.');
    expect(texte).toContain('Séance : Conseil citoyen, 10 janvier 2026, à l’origine');
    expect(texte.indexOf('Un jardin')).toBeLessThan(texte.indexOf('Un bus'));
    const [jardin, bus] = element.querySelectorAll('ul.pl-lignes > li');
    expect(jardin?.textContent).toContain('Prouvé');
    expect(bus?.textContent).toContain('Sans preuve');
    expect(bus?.querySelector('pl-preuves-du-niveau')).toBeNull();
    expect(jardin?.querySelector('pl-preuves-du-niveau a')?.getAttribute('href')).toBe('/participation/seances/s1');
  });

  it('are proven by nothing as long as what was said proves nothing', async () => {
    const preuves = [{ ...PREUVE, reserve: 'Aucun habitant n’était présent à cette séance.' }];
    const { texte } = await lire({ seances: [], actions: [{ ...ACTION, preuves }] });
    expect(texte).toContain('Sans preuve');
    expect(texte).toContain('Ne compte pas encore : Aucun habitant');
  });
});
