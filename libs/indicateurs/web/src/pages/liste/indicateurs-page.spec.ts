import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component, input } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { AccesClient, SessionStore } from '@pleniere/acces/web';
import { CHAMPS_SERRES } from '@pleniere/indicateurs/domain';
import { problemeInterceptor } from '@pleniere/shared/web';
import { of } from 'rxjs';
import { LIEN, MANIERES, SEANCES } from '../../essai/exemples';
import { indicateursRoutes } from '../../indicateurs.routes';

/** What a higher area shows of an indicator. */
@Component({ selector: 'pl-paroles', template: 'Paroles sur {{ indicateur() }}' })
class Paroles {
  readonly indicateur = input.required<string>();
}

const TOURS = { code: '37261', nom: 'Tours' };
const JOUE = { code: '37122', nom: 'Joué-lès-Tours' };
const QPV = [
  { code: 'QN03709M', libelle: 'Sanitas', libelleEditorial: 'Le Sanitas', communes: [TOURS] },
  { code: 'QN03702M', libelle: 'Rabière', libelleEditorial: null, communes: [JOUE] },
  { code: 'QN03704M', libelle: 'Rabaterie', libelleEditorial: null, communes: [JOUE] },
];
const FICHE = {
  id: 'fiche',
  code: 'T1.1',
  titre: 'La parole des habitants',
  titreCourt: '',
  enjeu: { couleur: '#663399' },
  contenu: { titre: 'La parole des habitants', cadreOu: { portee: 'tous-qpv', qpv: [], communes: [] } },
  indicateurs: [SEANCES, MANIERES, LIEN].map((indicateur) => ({
    ...indicateur,
    valeurs: indicateur.valeurs.map((valeur) => CHAMPS_SERRES.map((champ) => valeur[champ])),
  })),
  droits: { indicateurs: true, territoires: null },
};

let harness: RouterTestingHarness;
let api: HttpTestingController;

/** Answers the reads that wait. */
async function repondre(reponses: Record<string, unknown>): Promise<void> {
  await new Promise((suite) => setTimeout(suite));
  TestBed.tick();
  for (const requete of api.match(({ method }) => method === 'GET')) {
    const chemin = requete.request.url.replace('/api/v1', '').replace('/contrats/c1', '');
    requete.flush(reponses[chemin] ?? []);
  }
}

/** Answers until the work is done, then until nothing is read any more. */
async function servir(travail: Promise<unknown>, reponses: Record<string, unknown>): Promise<void> {
  let fini = false;
  const fin = travail.finally(() => (fini = true));
  while (!fini) await repondre(reponses);
  await fin;
  for (let tour = 0; tour < 4; tour++) await repondre(reponses);
  await harness.fixture.whenStable();
}

function ecran(): string {
  return (harness.routeNativeElement?.textContent ?? '').replace(/\s+/g, ' ');
}

function un<E extends HTMLElement>(selecteur: string): E {
  const trouve = harness.routeNativeElement?.querySelector<E>(selecteur);
  if (!trouve) throw new Error(`nothing for ${selecteur}`);
  return trouve;
}

function noms(): string[] {
  const entetes = [
    ...(harness.routeNativeElement?.querySelectorAll('pl-grille-valeurs tbody tr:not(.titre) > th') ?? []),
  ];
  return entetes.map(({ textContent }) => textContent?.replace(/\s+/g, ' ').trim() ?? '');
}

const LECTURES = {
  '/qpv': QPV,
  '/grille': [FICHE],
  '/fiches/fiche': FICHE,
  '/indicateurs/seances': SEANCES,
};

async function visiter(adresse: string, reponses: Record<string, unknown> = {}): Promise<void> {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([problemeInterceptor])),
      provideHttpClientTesting(),
      provideRouter(
        [{ path: 'indicateurs', children: indicateursRoutes(() => Promise.resolve(Paroles)) }],
        withComponentInputBinding(),
      ),
      {
        provide: AccesClient,
        useValue: {
          lireSession: () =>
            of({ role: 'equipe', permissions: [], contrat: { id: 'c1', anneeDebut: 2024, anneeFin: 2027 } }),
        },
      },
    ],
  });
  await TestBed.inject(SessionStore).charger();
  api = TestBed.inject(HttpTestingController);
  harness = await RouterTestingHarness.create();
  await servir(harness.navigateByUrl(adresse), { ...LECTURES, ...reponses });
}

// The first import compiles the page: that is no part of a test.
beforeAll(() => Promise.all([import('./indicateurs-page'), import('../indicateur/indicateur-page')]), 60_000);

describe('page of the indicators', () => {
  it('shows the indicators of the chosen fiche by type, quarters ville by ville', async () => {
    await visiter('/indicateurs?fiche=T1.1');
    expect(ecran()).toContain('Indicateurs de réalisation');
    expect(ecran()).toContain('Indicateurs d’impact');
    expect(noms()).toEqual(['Séances tenues séances, somme', 'Manières d’écouter', 'Lien aux institutions']);
    un('.bascule').click();
    await harness.fixture.whenStable();
    expect(noms().slice(1, 4)).toEqual(['Rabaterie', 'Rabière', 'Le Sanitas']);
  });

  it('keeps the territory in the address and shows what is measured there', async () => {
    await visiter('/indicateurs?fiche=T1.1&territoire=QN03702M');
    expect(noms()).toEqual(['Rabière']);
  });

  it('offers a new indicator only to whom may define one', async () => {
    await visiter('/indicateurs?fiche=T1.1');
    expect(ecran()).toContain('Nouvel indicateur');
    TestBed.resetTestingModule();
    await visiter('/indicateurs?fiche=T1.1', {
      '/grille': [{ ...FICHE, droits: { indicateurs: false, territoires: [] } }],
    });
    expect(ecran()).not.toContain('Nouvel indicateur');
    expect(un('td.vide').getAttribute('aria-readonly')).toBe('true');
  });

  it('moves an indicator down among those of its type and keeps the order on the server', async () => {
    await visiter('/indicateurs?fiche=T1.1');
    [...un('pl-entete-fiche').querySelectorAll('button')]
      .find(({ textContent }) => textContent?.includes('Ordre'))
      ?.click();
    await harness.fixture.whenStable();
    un('[aria-label="Descendre\u00A0: Séances tenues"]').click();
    const requete = api.expectOne({ method: 'PUT', url: '/api/v1/contrats/c1/indicateurs/ordre' });
    expect(requete.request.body).toEqual({ ficheId: 'fiche', ids: ['manieres', 'seances', 'lien'] });
  });
});

describe('page of one indicator', () => {
  it('says its sentence, draws each quarter on the same scale, the highest first, and lists its territories', async () => {
    await visiter('/indicateurs/seances');
    expect(un('.phrase').textContent).toMatch(/^14.séances en 2025/);
    const vignettes = [...(harness.routeNativeElement?.querySelectorAll('pl-petits-multiples svg') ?? [])];
    expect(vignettes.map((svg) => svg.getAttribute('aria-label')?.replace(/\s/g, ' '))).toEqual([
      'Le Sanitas : 9 séances en 2025.',
      'Rabière : 5 séances en 2025.',
      'Rabaterie : aucune valeur : non disponible en 2025.',
    ]);
    expect(noms()).toEqual(['Ensemble du contrat séances, somme', 'Rabaterie', 'Rabière', 'Le Sanitas']);
    expect(ecran()).toContain('Séances ouvertes à tous.');
    expect(ecran()).toContain('Paroles sur seances');
  });

  it('shows one quarter alone when the address names it', async () => {
    await visiter('/indicateurs/seances?territoire=QN03702M');
    expect(un('.phrase').textContent).toContain('Rabière');
    un<HTMLAnchorElement>('a.tous').click();
    await servir(Promise.resolve(), LECTURES);
    expect(TestBed.inject(Router).url).toBe('/indicateurs/seances');
  });
});
