import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { SessionStore } from '@pleniere/acces/web';
import type { Seance } from '@pleniere/plenieres/domain';
import { problemeInterceptor, Proprietaire, Reseau, Reserve } from '@pleniere/shared/web';
import { ModeSeancePage } from './mode-seance-page';

const FICHE = {
  id: 'f1',
  code: 'T1.1',
  statut: 'en-vigueur',
  contrat: { id: 'c1', titre: 'Contrat', anneeDebut: 2024, anneeFin: 2030 },
  enjeu: { intitule: 'Participation citoyenne', couleur: '#6b3fa0' },
  orientationTexte: null,
  contenu: {
    pilotes: [{ libelle: 'Villes' }],
    resultatsAttendus: [{ id: 'r1', texte: '<p>Un espace par quartier</p>' }],
  },
  meteo: 'nuage',
  actions: [
    { id: 'a1', statut: 'realisee', echeance: '2025-01-01', titre: 'Faite' },
    { id: 'a2', statut: 'en-cours', echeance: '2025-01-01', titre: 'En retard' },
  ],
  declinaisons: [],
  indicateurs: [],
  avis: [],
};

const SEANCE = {
  id: 's1',
  version: 1,
  instance: { id: 'i1', sorte: 'assemblee-pleniere', nom: 'Assemblée Plénière' },
  date: '2026-12-10',
  heure: '14:00',
  lieu: 'Salle du Conseil',
  statut: 'preparation',
  ordreDuJour: [
    { id: 'p1', ficheId: null, titre: 'Ouverture', fiche: null },
    { id: 'p2', ficheId: 'f1', titre: '', fiche: { id: 'f1', code: 'T1.1', titre: 'Espaces de dialogue' } },
  ],
  presences: [{ college: 'habitants', presents: 9, excuses: 1 }],
  compteRendu: '',
  decisions: [],
} satisfies Seance;

const ORGANISATIONS = [{ id: 'o1', nom: 'Ville de Tours', categorie: 'ville', communeCode: '37261' }];

let api: HttpTestingController;

async function reposer(): Promise<void> {
  for (let tour = 0; tour < 8; tour++) {
    TestBed.tick();
    for (const demande of api.match(({ method }) => method === 'GET')) {
      const { url } = demande.request;
      if (url.endsWith('/seances/s1')) demande.flush(SEANCE);
      else if (url.endsWith('/fiches/f1')) demande.flush(FICHE);
      else demande.flush(url.endsWith('/organisations') ? ORGANISATIONS : []);
    }
    await new Promise((suite) => setTimeout(suite));
  }
}

async function ouvrir(permissions = ['plenieres.gerer'], adresse = '/plenieres/seances/s1/presenter') {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([problemeInterceptor])),
      provideHttpClientTesting(),
      provideRouter(
        [
          { path: 'plenieres/seances/:id/presenter', component: ModeSeancePage },
          { path: '**', children: [] },
        ],
        withComponentInputBinding(),
      ),
      {
        provide: SessionStore,
        useValue: { session: () => ({ contrat: { id: 'c1' } }), peut: (nom: string) => permissions.includes(nom) },
      },
    ],
  });
  api = TestBed.inject(HttpTestingController);
  TestBed.inject(Proprietaire).nommer({ personneId: 'p1', contratId: 'c1' });
  const harnais = await RouterTestingHarness.create(adresse);
  const element = harnais.routeNativeElement as HTMLElement;
  return { harnais, element, titre: () => element.querySelector('h1')?.textContent?.trim() };
}

async function presser(...touches: string[]): Promise<void> {
  for (const key of touches) {
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await reposer();
  }
}

async function noter(element: HTMLElement, texte: string): Promise<void> {
  await presser('d');
  const zone = element.querySelector('textarea');
  if (zone) zone.value = texte;
  element.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
  await reposer();
}

beforeEach(() => {
  HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function (this: HTMLDialogElement) {
    this.open = false;
    this.dispatchEvent(new Event('close'));
  };
});

describe('mode séance', () => {
  it('reads everything first, then goes from screen to screen by the keyboard', async () => {
    const { element, titre } = await ouvrir();
    expect(element.querySelector('progress')).not.toBeNull();
    await reposer();
    expect(titre()).toBe('Assemblée Plénière');
    await presser('PageDown');
    expect(titre()).toBe('Ordre du jour');
    await presser('2', 'Enter');
    expect(titre()).toBe('T\u00A01.1 – Espaces de dialogue');
    expect(element.textContent).toContain('1 sur 2\u00A0actions réalisée, 1\u00A0en retard');
    await presser('ArrowRight');
    expect(titre()).toBe('Résultats attendus');
    await presser('ArrowLeft', 'ArrowLeft');
    expect(titre()).toBe('Ouverture');
    await presser('End');
    expect(titre()).toBe('Décisions de la séance');
    await presser('Home');
    expect(titre()).toBe('Assemblée Plénière');
    await presser('Escape');
    expect(TestBed.inject(Router).url).toBe('/plenieres/seances/s1');
  });

  it('records a decision about the fiche on the wall, under an id of its own', async () => {
    const { element } = await ouvrir(undefined, '/plenieres/seances/s1/presenter?ecran=point-2');
    await reposer();
    await noter(element, '  Ouvrir le samedi ');
    const envoi = api.expectOne(({ method }) => method === 'PUT');
    expect(envoi.request.url).toMatch(/^\/api\/v1\/seances\/s1\/decisions\/[\da-f-]{36}$/);
    expect(envoi.request.body).toEqual({
      texte: 'Ouvrir le samedi',
      ficheId: 'f1',
      responsableId: null,
      echeance: null,
      statut: 'a-faire',
      suivi: '',
    });
    const id = envoi.request.url.split('/').at(-1);
    const fiche = { id: 'f1', code: 'T1.1', titre: 'Espaces de dialogue' };
    envoi.flush({ ...envoi.request.body, id, seanceId: 's1', fiche, responsable: null, version: 1, rang: 1 });
    await reposer();
    await presser('End');
    expect([...element.querySelectorAll('.texte')].map((texte) => texte.textContent)).toEqual(['Ouvrir le samedi']);
    expect(element.textContent).not.toContain('pas encore envoyée');
  });

  it('shows at once a decision that waits for the network', async () => {
    const { element } = await ouvrir();
    await reposer();
    TestBed.inject(Reseau).constater(false);
    await noter(element, 'Ouvrir le samedi');
    api.expectNone(({ method }) => method === 'PUT');
    await presser('End');
    expect(element.textContent).toContain('Ouvrir le samedi');
    expect(element.textContent).toContain('Gardée sur cet appareil, pas encore envoyée');
  });

  it('opens from what the device keeps when the server does not answer', async () => {
    const { element, titre } = await ouvrir();
    const matiere = {
      seance: SEANCE,
      fiches: { f1: FICHE },
      attendues: [],
      organisations: [],
      villes: [],
      quartiers: [],
    };
    await TestBed.inject(Reserve).garder('seance/s1', matiere);
    TestBed.inject(Reseau).constater(false);
    api.expectOne('/api/v1/seances/s1').error(new ProgressEvent('error'));
    await reposer();
    expect(titre()).toBe('Assemblée Plénière');
    expect(element.textContent).toContain('Telle qu’elle était le');
  });

  it('has the presences at hand', async () => {
    const { element } = await ouvrir();
    await reposer();
    await presser('p');
    expect(element.querySelector('dialog')?.textContent).toContain('9\u00A0personnes présentes.');
  });
});

describe('mode séance: validation and access', () => {
  it('asks for the words of a decision, and keeps the form', async () => {
    const { element } = await ouvrir();
    await reposer();
    await noter(element, '   ');
    expect(element.querySelector('dialog [role=alert]')?.textContent).toBe('Écrivez ce qui fut décidé.');
    api.expectNone(({ method }) => method === 'PUT');
  });

  it('leaves the keys alone where one is typing', async () => {
    const { element, titre } = await ouvrir();
    await reposer();
    await presser('d');
    element
      .querySelector('textarea')
      ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'End', bubbles: true, cancelable: true }));
    await reposer();
    expect(titre()).toBe('Assemblée Plénière');
  });

  it('offers no decision to those who only read', async () => {
    const { element } = await ouvrir([]);
    await reposer();
    await presser('d');
    expect(element.querySelector('dialog')).toBeNull();
    expect(element.querySelector('footer')?.textContent).not.toContain('Décision');
  });

  it('says so when the séance is not there', async () => {
    const { element } = await ouvrir();
    const absente = { title: 'Cette séance est introuvable.', status: 404 };
    api.expectOne('/api/v1/seances/s1').flush(absente, { status: 404, statusText: 'Not found' });
    await reposer();
    expect(element.querySelector('[role=alert]')?.textContent).toContain('Cette séance est introuvable.');
  });
});
