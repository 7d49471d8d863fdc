import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { SessionStore } from '@pleniere/acces/web';
import type { Seance } from '@pleniere/plenieres/domain';
import { problemeInterceptor } from '@pleniere/shared/web';
import { SeancePage } from './seance-page';

const FICHES = [
  { id: 'f1', code: 'T1.1', titre: 'Espaces de dialogue' },
  { id: 'f2', code: 'T1.2', titre: 'Égalité' },
];

const SEANCE: Seance = {
  id: 's1',
  version: 4,
  instance: { id: 'i1', sorte: 'assemblee-pleniere', nom: 'Assemblée Plénière' },
  date: '2026-12-10',
  heure: '14:00',
  lieu: 'Hôtel de ville',
  statut: 'preparation',
  ordreDuJour: [
    { id: 'p1', ficheId: 'f1', titre: '', fiche: FICHES[0] ?? null },
    { id: 'p2', ficheId: null, titre: 'Bilan', fiche: null },
  ],
  presences: [{ college: 'habitants', presents: 9, excuses: 1 }],
  compteRendu: '<p>Ouverture.</p>',
  decisions: [
    {
      id: 'd1',
      version: 1,
      seanceId: 's1',
      seance: { date: '2026-12-10', instance: 'Assemblée Plénière' },
      rang: 1,
      fiche: FICHES[0] ?? null,
      texte: 'Répondre à chaque question',
      responsable: null,
      echeance: '2020-01-01',
      statut: 'a-faire',
      suivi: '',
    },
  ],
};

async function ouvrir(permissions: string[]) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([problemeInterceptor])),
      provideHttpClientTesting(),
      provideRouter([]),
      {
        provide: SessionStore,
        useValue: { session: () => ({ contrat: { id: 'c1' } }), peut: (nom: string) => permissions.includes(nom) },
      },
    ],
  });
  const fixture = TestBed.createComponent(SeancePage);
  fixture.componentRef.setInput('id', 's1');
  const api = TestBed.inject(HttpTestingController);
  await repondre(fixture, api);
  return { fixture, api, element: fixture.nativeElement as HTMLElement };
}

async function repondre(fixture: ComponentFixture<SeancePage>, api: HttpTestingController, seance = SEANCE) {
  TestBed.tick();
  for (const demande of api.match(({ method }) => method === 'GET')) {
    const { url } = demande.request;
    if (url.endsWith('/seances/s1')) demande.flush(seance);
    else if (url.endsWith('/tableau-de-bord')) demande.flush({ enjeux: [{ fiches: FICHES }] });
    else demande.flush([]);
  }
  await fixture.whenStable();
}

const points = (element: HTMLElement): string[] =>
  [...element.querySelectorAll('pl-ordre-du-jour > ol .nom')].map((nom) => nom.textContent?.trim() ?? '');

const bouton = (element: HTMLElement, nom: string): HTMLButtonElement => {
  const trouve = [...element.querySelectorAll('button')].find(
    (candidat) => candidat.getAttribute('aria-label') === nom || candidat.textContent?.trim() === nom,
  );
  if (!trouve) throw new Error(`Bouton absent : ${nom}`);
  return trouve;
};

describe('page of a séance', () => {
  it('tells what was prepared, who came, what was decided and said', async () => {
    const { element } = await ouvrir([]);
    const texte = element.textContent?.replace(/\s+/g, ' ') ?? '';
    expect(element.querySelector('h1')?.textContent).toBe('Assemblée Plénière, 10 décembre 2026');
    expect(points(element)).toEqual(['T\u00A01.1 – Espaces de dialogue', 'Bilan']);
    expect(texte).toContain('Répondre à chaque question');
    expect(texte).toContain('En retard');
    expect(texte).toContain('9 personnes présentes');
    expect(texte).toContain('Ouverture.');
  });

  it('offers nothing to write to those who only read', async () => {
    const { element } = await ouvrir([]);
    expect(element.querySelectorAll('button')).toHaveLength(0);
    expect(element.querySelectorAll('select, input')).toHaveLength(0);
  });

  it('moves, adds and takes away points, and saves the whole agenda from the version that was read', async () => {
    const { element, fixture, api } = await ouvrir(['plenieres.gerer']);
    bouton(element, 'Descendre\u00A0: T\u00A01.1 – Espaces de dialogue').click();
    const choix = element.querySelector('select');
    if (choix) choix.value = 'f2';
    choix?.dispatchEvent(new Event('change'));
    await fixture.whenStable();
    bouton(element, 'Retirer\u00A0: Bilan').click();
    await fixture.whenStable();
    expect(points(element)).toEqual(['T\u00A01.1 – Espaces de dialogue', 'T\u00A01.2 – Égalité']);

    bouton(element, 'Enregistrer l’ordre du jour').click();
    const demande = api.expectOne('/api/v1/seances/s1/ordre-du-jour');
    expect(demande.request.headers.get('If-Match')).toBe('"4"');
    expect(demande.request.body).toEqual({
      points: [
        { ficheId: 'f1', titre: '' },
        { ficheId: 'f2', titre: '' },
      ],
    });
  });

  it('keeps mine and shows theirs when somebody else changed the agenda', async () => {
    const { element, fixture, api } = await ouvrir(['plenieres.gerer']);
    bouton(element, 'Retirer\u00A0: Bilan').click();
    await fixture.whenStable();
    bouton(element, 'Enregistrer l’ordre du jour').click();
    const leurs = { ...SEANCE, version: 5, ordreDuJour: [{ id: 'p9', ficheId: null, titre: 'Vœux', fiche: null }] };
    api
      .expectOne('/api/v1/seances/s1/ordre-du-jour')
      .flush({ type: 't', title: 'Périmé', status: 412, actuel: leurs }, { status: 412, statusText: 'Stale' });
    await fixture.whenStable();
    expect(element.querySelector('.conflit')?.textContent).toContain('Vœux');
    expect(points(element)).toEqual(['T\u00A01.1 – Espaces de dialogue']);
    bouton(element, 'Garder le mien').click();
    const reprise = api.expectOne('/api/v1/seances/s1/ordre-du-jour');
    expect(reprise.request.headers.get('If-Match')).toBe('"5"');
    expect(reprise.request.body).toEqual({ points: [{ ficheId: 'f1', titre: '' }] });
  });
});
