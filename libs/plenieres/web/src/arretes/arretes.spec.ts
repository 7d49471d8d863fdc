import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { MatDialogRef } from '@angular/material/dialog';
import { provideRouter } from '@angular/router';
import { SessionStore } from '@pleniere/acces/web';
import type { Arrete, FicheFigee } from '@pleniere/plenieres/domain';
import { problemeInterceptor } from '@pleniere/shared/web';
import { ArretePage } from './arrete-page';
import { DialogueGel } from './dialogue-gel';

const FICHES = [
  { id: 'f1', code: 'T1.1', titre: 'Espaces de dialogue' },
  { id: 'f2', code: 'T1.2', titre: 'Égalité' },
];
const SEANCES = [
  { id: 's1', instance: { nom: 'Assemblée Plénière' }, date: '2026-12-10', statut: 'preparation' },
  { id: 's2', instance: { nom: 'Comité' }, date: '2026-03-24', statut: 'annulee' },
];

const FICHE = {
  ...{ id: 'f1', code: 'T1.1', revision: 2, enVigueurLe: null, contenu: { titre: 'Espaces de dialogue' }, meteo: null },
  ...{ avis: [], actions: [], declinaisons: [] },
  indicateurs: [
    {
      ...{ id: 'i1', libelle: 'Séances tenues', nature: 'nombre', unite: 'séances', decimales: 0, sens: 'hausse' },
      ...{
        maille: 'contrat',
        agregation: 'aucune',
        periodicite: 'annuelle',
        ruptures: [],
        cibles: [],
        reference: null,
      },
      valeurs: [{ annee: 2024, territoire: 'contrat', ventilation: 'total', valeur: 84, absence: null }],
    },
  ],
} as unknown as FicheFigee;

const ARRETE = {
  ...{ id: 'a1', numero: 3, titre: 'Plénière 2024', seance: null, figeLe: '2024-12-12T16:40:00.000Z' },
  ...{ figePar: 'Claire Vasseur', perimetre: FICHES.slice(0, 1), sha256: 'ab'.repeat(32), empreinteTenue: true },
  contenu: {
    ...{
      figeLe: '2024-12-12T16:40:00.000Z',
      contrat: { anneeDebut: 2024, anneeFin: 2030 },
      communes: [],
      quartiers: [],
    },
    fiches: [FICHE],
    decisions: [
      {
        ...{ id: 'd1', seance: { date: '2024-12-12', instance: 'Assemblée Plénière' }, fiche: null, responsable: null },
        ...{
          seanceId: 's1',
          texte: 'Répondre sous trente jours',
          echeance: '2025-03-31',
          statut: 'a-faire',
          suivi: '',
        },
      },
    ],
  },
} as unknown as Arrete;

const fermer = jest.fn();

function preparer(): HttpTestingController {
  fermer.mockReset();
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([problemeInterceptor])),
      provideHttpClientTesting(),
      provideRouter([]),
      { provide: MatDialogRef, useValue: { close: fermer } },
      { provide: SessionStore, useValue: { session: () => ({ contrat: { id: 'c1' } }), peut: () => true } },
    ],
  });
  return TestBed.inject(HttpTestingController);
}

async function repondre(fixture: ComponentFixture<unknown>, api: HttpTestingController, reponses: object) {
  TestBed.tick();
  for (const [fin, corps] of Object.entries(reponses)) {
    for (const demande of api.match(({ url }) => url.endsWith(fin))) demande.flush(corps);
  }
  await fixture.whenStable();
}

async function lire(arrete: Arrete): Promise<HTMLElement> {
  const api = preparer();
  const fixture = TestBed.createComponent(ArretePage);
  fixture.componentRef.setInput('id', 'a1');
  await repondre(fixture, api, { '/arretes/a1': arrete });
  return fixture.nativeElement as HTMLElement;
}

const mots = (element: HTMLElement): string => element.textContent?.replace(/\s+/g, ' ') ?? '';

describe('page of an arrêté', () => {
  it('tells who froze it, that its fingerprint holds, and the figures and decisions of its day', async () => {
    const element = await lire(ARRETE);
    expect(mots(element)).toContain('Arrêté n° 3');
    expect(mots(element)).toContain('par Claire Vasseur');
    expect(mots(element)).toContain('Empreinte vérifiée');
    expect(mots(element)).toContain('84 séances en 2024');
    expect(mots(element)).toContain('Répondre sous trente jours');
    expect(mots(element)).not.toContain('En retard');
    expect(element.querySelector('a[download]')?.getAttribute('href')).toBe('/api/v1/arretes/a1/contenu.json');
  });

  it('warns when the fingerprint no longer holds', async () => {
    const element = await lire({ ...ARRETE, empreinteTenue: false });
    expect(mots(element)).toContain('Empreinte rompue');
    expect(element.querySelector('[role=alert]')?.textContent).toContain('changé hors de Plénière');
  });
});

describe('dialog that freezes', () => {
  async function ouvrir() {
    const api = preparer();
    const fixture = TestBed.createComponent(DialogueGel);
    await repondre(fixture, api, { '/arretes/fiches': FICHES, '/seances': SEANCES });
    const element = fixture.nativeElement as HTMLElement;
    const choisir = async (seance: string) => {
      const choix = element.querySelector('select');
      if (choix) choix.value = seance;
      choix?.dispatchEvent(new Event('change'));
      await fixture.whenStable();
    };
    const envoyer = () => element.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    return { api, fixture, element, choisir, envoyer };
  }

  it('proposes every fiche in force and the séances that were not cancelled, and freezes what is chosen', async () => {
    const { api, fixture, element, choisir, envoyer } = await ouvrir();
    expect([...element.querySelectorAll('option')].map(({ value }) => value)).toEqual(['', 's1']);
    await choisir('s1');
    element.querySelector<HTMLInputElement>('input[type=checkbox]')?.click();
    await fixture.whenStable();
    envoyer();
    const demande = api.expectOne('/api/v1/contrats/c1/arretes');
    const titre = 'Assemblée Plénière, 10 décembre 2026';
    expect(demande.request.body).toEqual({ titre, seanceId: 's1', ficheIds: ['f2'] });
    demande.flush(ARRETE);
    await fixture.whenStable();
    expect(fermer).toHaveBeenCalledWith(ARRETE);
  });

  it('sends nothing without a title, and keeps what was chosen when it is refused', async () => {
    const { api, fixture, element, choisir, envoyer } = await ouvrir();
    envoyer();
    api.expectNone('/api/v1/contrats/c1/arretes');
    await choisir('s1');
    envoyer();
    const refus = { type: 't', title: 'Rien n’a été figé.', status: 422 };
    api.expectOne('/api/v1/contrats/c1/arretes').flush(refus, { status: 422, statusText: 'Refused' });
    await fixture.whenStable();
    expect(mots(element)).toContain('Rien n’a été figé.');
    expect(fermer).not.toHaveBeenCalled();
    expect(element.querySelector<HTMLInputElement>('input[matInput]')?.value).toContain('Assemblée Plénière');
  });
});
