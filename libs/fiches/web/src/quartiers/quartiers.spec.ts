import { definitionNeuve } from '@pleniere/indicateurs/domain';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { DeferBlockBehavior, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { SessionStore } from '@pleniere/acces/web';
import type { QuartierLu, QuartierResume } from '@pleniere/fiches/domain';
import { problemeInterceptor } from '@pleniere/shared/web';
import { QuartierPage } from './page/quartier-page';
import { QuartiersPage } from './liste/quartiers-page';

const CARRE = [
  [
    [
      [0.6, 47.3],
      [0.61, 47.3],
      [0.61, 47.31],
      [0.6, 47.3],
    ],
  ],
];

const SANITAS: QuartierResume = {
  code: 'QN03709M',
  libelle: 'Sanitas',
  libelleEditorial: 'Le Sanitas',
  communes: [{ code: '37261', nom: 'Tours' }],
  npnru: true,
  fiches: 14,
  valeursRenseignees: 4,
  valeursAttendues: 9,
  contour: CARRE,
};
const RABIERE: QuartierResume = {
  ...SANITAS,
  code: 'QN03702M',
  libelle: 'Rabière',
  libelleEditorial: null,
  communes: [{ code: '37122', nom: 'Joué-lès-Tours' }],
  npnru: false,
};

const POPULATION: QuartierLu['population'] = { population: 8012, millesime: 2021, source: 'INSEE' };

const RIEN = { population: null, fichesConcernees: [], declinaisons: [], actions: [], personnes: [], indicateurs: [] };

const RYTHME: QuartierLu['indicateurs'][number] = {
  ...definitionNeuve('f1'),
  id: 'i1',
  version: 1,
  ordre: 1,
  libelle: 'Rythme des temps d’échange',
  nature: 'frequence',
  unite: 'séances',
  agregation: 'moyenne',
  periodicite: 'ponctuelle',
  anneesPonctuelles: [2024, 2025],
  ruptures: [],
  reference: { annee: 2024, valeur: 4 },
  cibles: [{ annee: 2024, valeur: 6 }],
  fiche: { id: 'f1', code: 'T1.1', titre: 'Ouvrir des lieux d’échange' },
  valeurs: [
    {
      indicateurId: 'i1',
      annee: 2024,
      territoire: 'QN03709M',
      version: 1,
      valeur: 5,
      absence: null,
      qualite: 'definitive',
      commentaire: '',
      source: '',
      modifieLe: '2024-11-01T10:00:00Z',
      modifiePar: 'Samira Lahlou',
      ventilation: 'total',
      statut: 'proposee',
      enRetard: false,
      retour: '',
    },
  ],
};

let api: HttpTestingController;

beforeEach(async () => {
  TestBed.configureTestingModule({
    // jsdom has no viewport for the charts to come into.
    deferBlockBehavior: DeferBlockBehavior.Manual,
    providers: [
      provideHttpClient(withInterceptors([problemeInterceptor])),
      provideHttpClientTesting(),
      provideRouter([]),
    ],
  });
  api = TestBed.inject(HttpTestingController);
  const session = TestBed.inject(SessionStore).charger();
  api
    .expectOne('/api/v1/session')
    .flush({ contrat: { id: 'c1', anneeDebut: 2024, anneeFin: 2030 }, permissions: [], role: 'delegue' });
  await session;
});

async function ouvrirQuartier(lu: QuartierLu): Promise<HTMLElement> {
  const ecran = TestBed.createComponent(QuartierPage);
  ecran.componentRef.setInput('code', lu.code);
  ecran.detectChanges();
  api.expectOne(`/api/v1/contrats/c1/quartiers/${lu.code}`).flush(lu);
  api.expectOne('/api/v1/contrats/c1/contestations').flush([]);
  // The map is read once the quartier is shown.
  await new Promise((suite) => setTimeout(suite));
  TestBed.tick();
  api.expectOne('/api/v1/contrats/c1/quartiers').flush([SANITAS, RABIERE]);
  await ecran.whenStable();
  return ecran.nativeElement as HTMLElement;
}

describe('list of the quartiers', () => {
  it('says in the list what the map draws, commune by commune', async () => {
    const ecran = TestBed.createComponent(QuartiersPage);
    ecran.detectChanges();
    api.expectOne('/api/v1/contrats/c1/quartiers').flush([SANITAS, RABIERE]);
    await ecran.whenStable();
    const element = ecran.nativeElement as HTMLElement;
    const liens = (selecteur: string) =>
      [...element.querySelectorAll(selecteur)].map((lien) => lien.getAttribute('href'));
    expect(liens('svg a').sort()).toEqual(['/quartiers/QN03702M', '/quartiers/QN03709M']);
    expect(liens('li a').sort()).toEqual(liens('svg a').sort());
    expect(element.querySelector('svg a')?.getAttribute('aria-label')).toMatch(/Le Sanitas, Tours\s: 4 sur 9\svaleurs/);
    expect([...element.querySelectorAll('h2')].map((titre) => titre.textContent)).toContain('Joué-lès-Tours');
  });
});

describe('page of a quartier', () => {
  it('says first what is late and what is missing, each with the way to its fiche', async () => {
    const element = await ouvrirQuartier({
      ...SANITAS,
      ...RIEN,
      population: POPULATION,
      indicateurs: [RYTHME],
    });
    expect(element.textContent).toMatch(/8\s012\shabitants en 2021 \(INSEE\)/);
    const bilan = element.querySelector('.bilan');
    expect(bilan?.textContent).toContain('En retard');
    expect(bilan?.textContent).toMatch(/Valeurs qui manquent.*Rythme des temps d’échange\s*2025/s);
    expect(bilan?.querySelector('a')?.getAttribute('href')).toBe('/fiches/T1.1/indicateurs');
  });

  it('says how the fiches are carried out there, what is to be done and whom to ask', async () => {
    const fiche = { id: 'f1', code: 'T1.1', titre: 'Ouvrir des lieux d’échange' };
    const action = { id: 'a1', fiche, code: 'T1.1-a', titre: 'Café des habitants', pilote: 'Centre social' };
    const element = await ouvrirQuartier({
      ...SANITAS,
      ...RIEN,
      declinaisons: [
        {
          id: 'd1',
          fiche,
          organisation: { id: 'o1', nom: 'Ville de Tours' },
          qpvCode: null,
          referent: { id: 'p1', nom: 'Samira Lahlou' },
          statutExecution: 'en-cours',
          meteo: 'couvert',
          meteoExplication: 'Le local reste à trouver',
          modaliteRetenue: 'Un café par mois',
        },
      ],
      actions: [
        { ...action, echeance: '2020-01-31', statut: 'en-cours' },
        { ...action, id: 'a2', titre: 'Bilan', echeance: null, statut: 'realisee' },
      ],
      personnes: [
        { id: 'p1', nom: 'Samira Lahlou', fonction: 'Référente', role: 'referent', organisation: 'Ville de Tours' },
      ],
    });
    const lire = (titre: string) =>
      element.querySelector(`[aria-labelledby=${titre}]`)?.textContent?.replace(/\s+/g, ' ') ?? '';
    expect(lire('titre-declinaisons')).toMatch(/Un café par mois.*Ville de Tours, tous ses quartiers.*En cours/);
    expect(lire('titre-actions')).toMatch(
      /Café des habitants.*31 janvier 2020.*En retard.*1 action réalisée par ailleurs/,
    );
    expect(lire('titre-actions')).not.toContain('Bilan');
    expect(lire('titre-personnes')).toMatch(/Samira Lahlou.*Référente.*pour la ville/);
  });

  it('shows where it lies among the others, on the map and in a list that says the same', async () => {
    const element = await ouvrirQuartier({ ...SANITAS, ...RIEN });
    const situation = element.querySelector('pl-situation-quartier');
    const liens = (selecteur: string) =>
      [...(situation?.querySelectorAll(selecteur) ?? [])].map((lien) => lien.getAttribute('href'));
    expect(liens('svg a').sort()).toEqual(liens('li a').sort());
    expect(liens('[aria-current=page]')).toEqual(['/quartiers/QN03709M', '/quartiers/QN03709M']);
  });

  it('explains an unknown quartier', async () => {
    const ecran = TestBed.createComponent(QuartierPage);
    ecran.componentRef.setInput('code', 'QN00000M');
    ecran.detectChanges();
    api.expectOne('/api/v1/contrats/c1/contestations').flush([]);
    api
      .expectOne('/api/v1/contrats/c1/quartiers/QN00000M')
      .flush({ type: 'x', status: 404, title: 'Ce quartier est introuvable.' }, { status: 404, statusText: 'Absent' });
    await ecran.whenStable();
    expect((ecran.nativeElement as HTMLElement).querySelector('[role=alert]')?.textContent).toContain('introuvable');
  });
});
