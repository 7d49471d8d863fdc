import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { SessionStore } from '@pleniere/acces/web';
import type { Arrete, FicheFigee } from '@pleniere/plenieres/domain';
import { problemeInterceptor } from '@pleniere/shared/web';
import { EvolutionPage } from './evolution-page';

const ENJEU = {
  id: 'e1',
  type: 'transversal',
  numero: 1,
  intitule: 'Participation',
  couleur: '#1b3a6b',
  orientations: [],
};

const fiche = (id: string, contexte: string): FicheFigee =>
  ({
    ...{ id, code: `T1.${id}`, enjeu: ENJEU, orientationTexte: null, contenu: { titre: `Fiche ${id}`, contexte } },
    ...{ meteo: null, avis: [], actions: [], declinaisons: [], indicateurs: [] },
    filiation: { origines: [], suites: [] },
  }) as unknown as FicheFigee;

const arrete = (numero: number, jour: string, ...fiches: FicheFigee[]): Arrete =>
  ({
    ...{ id: `a${numero}`, numero, titre: `Plénière ${numero}`, figeLe: `${jour}T16:00:00.000Z` },
    contenu: {
      ...{
        numero,
        titre: `Plénière ${numero}`,
        figeLe: `${jour}T16:00:00.000Z`,
        enjeux: [ENJEU],
        decisions: [],
        fiches,
      },
      ...{ contrat: { anneeDebut: 2024, anneeFin: 2030 }, communes: [], quartiers: [] },
      seance: { instance: { nom: 'Assemblée Plénière' }, date: jour },
    },
  }) as unknown as Arrete;

const PREMIER = arrete(1, '2024-12-12', fiche('1', 'Le mardi.'));
const DEUXIEME = arrete(2, '2025-12-11', fiche('1', 'Le jeudi.'), fiche('2', ''));
const TROISIEME = arrete(3, '2026-12-10', fiche('1', 'Le jeudi.'), fiche('2', ''));
const TOUS = [TROISIEME, DEUXIEME, PREMIER];

async function ouvrir(id: string, depuis?: string) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([problemeInterceptor])),
      provideHttpClientTesting(),
      provideRouter([]),
      { provide: SessionStore, useValue: { session: () => ({ contrat: { id: 'c1' } }), peut: () => true } },
    ],
  });
  const api = TestBed.inject(HttpTestingController);
  const page = TestBed.createComponent(EvolutionPage);
  page.componentRef.setInput('id', id);
  if (depuis) page.componentRef.setInput('depuis', depuis);
  const demander = async () => {
    TestBed.tick();
    await new Promise((suite) => setTimeout(suite));
    page.detectChanges();
  };
  TestBed.tick();
  return {
    api,
    page,
    demander,
    texte: () => (page.nativeElement as HTMLElement).textContent?.replace(/\s+/g, ' ') ?? '',
  };
}

describe('since the last plénière', () => {
  it('compares with the arrêté before: figures first, then words said in words', async () => {
    const { api, page, demander, texte } = await ouvrir('a2');
    api.expectOne('/api/v1/contrats/c1/arretes').flush(TOUS);
    api.expectOne('/api/v1/arretes/a2').flush(DEUXIEME);
    await demander();
    api.expectOne('/api/v1/arretes/a1').flush(PREMIER);
    await demander();
    expect(texte()).toContain('Assemblée Plénière du 12 décembre 2024, puis Assemblée Plénière du 11 décembre 2025.');
    expect(texte()).toMatch(/En bref ?1 fiche ajoutée 1 fiche dont le texte change Enjeu transversal 1/);
    expect(texte()).toContain('Contexte / diagnostic');
    expect(texte()).toMatch(/\[retiré : mardi\s?\].*\[ajouté : jeudi\s?\]/);
    const elements = page.nativeElement as HTMLElement;
    expect([elements.querySelector('del')?.textContent, elements.querySelector('ins')?.textContent]).toEqual([
      'mardi',
      'jeudi',
    ]);
  });

  it('compares with the arrêté of the address, which the list lets choose', async () => {
    const { api, page, demander } = await ouvrir('a3', 'a1');
    api.expectOne('/api/v1/contrats/c1/arretes').flush(TOUS);
    api.expectOne('/api/v1/arretes/a3').flush(TROISIEME);
    api.expectOne('/api/v1/arretes/a1').flush(PREMIER);
    await demander();
    const choix = [...(page.nativeElement as HTMLElement).querySelectorAll('option')];
    expect(choix.map(({ value, selected }) => [value, selected])).toEqual([
      ['a2', false],
      ['a1', true],
    ]);
  });

  it('says when nothing changed, and when there is nothing before', async () => {
    const { api, demander, texte } = await ouvrir('a3');
    api.expectOne('/api/v1/contrats/c1/arretes').flush(TOUS);
    api.expectOne('/api/v1/arretes/a3').flush(TROISIEME);
    await demander();
    api.expectOne('/api/v1/arretes/a2').flush(DEUXIEME);
    await demander();
    expect(texte()).toContain('Rien n’a changé');

    TestBed.resetTestingModule();
    const premier = await ouvrir('a1');
    premier.api.expectOne('/api/v1/contrats/c1/arretes').flush([PREMIER]);
    premier.api.expectOne('/api/v1/arretes/a1').flush(PREMIER);
    await premier.demander();
    expect(premier.texte()).toContain('C’est le premier arrêté du contrat');
  });

  it('says what went wrong', async () => {
    const { api, demander, page } = await ouvrir('a9');
    api.expectOne('/api/v1/contrats/c1/arretes').flush(TOUS);
    api
      .expectOne('/api/v1/arretes/a9')
      .flush({ status: 404, title: 'Cet arrêté est introuvable.' }, { status: 404, statusText: 'Not Found' });
    await demander();
    expect((page.nativeElement as HTMLElement).querySelector('pl-erreur')).not.toBeNull();
  });
});
