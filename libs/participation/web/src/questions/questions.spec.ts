import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { SessionStore } from '@pleniere/acces/web';
import type { ListeQuestions, Question, QuestionResume } from '@pleniere/participation/domain';
import { FilDirect, problemeInterceptor } from '@pleniere/shared/web';
import { EMPTY } from 'rxjs';
import { QuestionsPage } from './liste/questions-page';
import { QuestionPage } from './question/question-page';

const RESUME: QuestionResume = {
  id: 'q1',
  version: 3,
  numero: 12,
  texte: 'Qui répare l’ascenseur ?',
  canal: 'en-ligne',
  etat: 'attribuee',
  poseeLe: '2026-10-01T08:00:00Z',
  quartier: { code: 'QN03709M', nom: 'Sanitas' },
  fiche: null,
  service: { id: 'o1', nom: 'Ville de Tours' },
  echeance: '2020-01-31',
  repondueLe: null,
  rattachees: 2,
  retours: { oui: 0, non: 0 },
};
const QUESTION: Question = {
  ...RESUME,
  motif: null,
  explication: '',
  orienteeVers: '',
  modereeLe: '2026-10-01T12:00:00Z',
  escaladeeLe: null,
  previent: true,
  seance: null,
  rattacheeA: null,
  jumelles: [],
  preparee: null,
  reponses: [],
  historique: [],
};
const LISTE: ListeQuestions = {
  total: 1,
  questions: [RESUME],
  aModerer: [
    { ...RESUME, id: 'q2', numero: 13, etat: 'posee', service: null, echeance: null, texte: 'Et la balançoire ?' },
  ],
};

let http: HttpTestingController;

function preparer(role: 'equipe' | 'referent', organisation = 'o1'): void {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([problemeInterceptor])),
      provideHttpClientTesting(),
      provideRouter([]),
      { provide: FilDirect, useValue: { evenements: () => EMPTY, reprises: EMPTY } },
      {
        provide: SessionStore,
        useValue: {
          session: () => ({ contrat: { id: 'c1' }, role, organisation: { id: organisation, nom: 'Ville' } }),
          peut: () => true,
        },
      },
    ],
  });
  http = TestBed.inject(HttpTestingController);
}

// Requests that a test is not about stay open: it does not wait for them.
const respirer = () => new Promise((suite) => setTimeout(suite));

async function repondre(fixture: ComponentFixture<unknown>, reponses: Record<string, unknown>): Promise<void> {
  TestBed.tick();
  for (const [suite, corps] of Object.entries(reponses)) {
    for (const demande of http.match(({ urlWithParams }) => urlWithParams.endsWith(suite))) {
      demande.flush(corps as object);
    }
  }
  await respirer();
  fixture.detectChanges();
}
const texte = ({ nativeElement }: ComponentFixture<unknown>) =>
  (nativeElement as HTMLElement).textContent?.replace(/\s+/g, ' ') ?? '';
const element = <T extends HTMLElement>({ nativeElement }: ComponentFixture<unknown>, selecteur: string) =>
  (nativeElement as HTMLElement).querySelector<T>(selecteur);

describe('the list of questions', () => {
  it('shows the queue of moderation with its age, and how late an answer is', async () => {
    preparer('equipe');
    const fixture = TestBed.createComponent(QuestionsPage);
    fixture.detectChanges();
    await repondre(fixture, { '/contrats/c1/questions': LISTE });
    expect(texte(fixture)).toContain('Et la balançoire ?');
    expect(texte(fixture)).toMatch(/Attend depuis \d/);
    expect(texte(fixture)).toMatch(/de retard/);
    expect(texte(fixture)).toContain('posée 3 fois');
  });

  it('asks the server for what the address narrows to', () => {
    preparer('equipe');
    const fixture = TestBed.createComponent(QuestionsPage);
    fixture.componentRef.setInput('etat', 'ouverte');
    fixture.componentRef.setInput('quartier', 'QN03709M');
    fixture.detectChanges();
    TestBed.tick();
    const demandes = http.match(({ url }) => url.endsWith('/contrats/c1/questions'));
    expect(demandes[0]?.request.params.toString()).toBe('etat=ouverte&quartier=QN03709M');
  });
});

describe('the page of a question', () => {
  async function ouvrir(question: Question = QUESTION): Promise<ComponentFixture<QuestionPage>> {
    const fixture = TestBed.createComponent(QuestionPage);
    fixture.componentRef.setInput('id', 'q1');
    fixture.detectChanges();
    await repondre(fixture, { '/questions/q1': question, '/similaires': [], '/organisations': [], '/qpv': [] });
    return fixture;
  }
  function ecrire(fixture: ComponentFixture<unknown>, mots: string): void {
    const zone = element<HTMLTextAreaElement>(fixture, 'textarea');
    if (!zone) throw new Error('no editor');
    zone.value = mots;
    zone.dispatchEvent(new Event('input'));
    fixture.detectChanges();
  }

  /** Types, and lets the pause after which it is kept go by. */
  async function taper(fixture: ComponentFixture<unknown>, mots: string): Promise<void> {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask'] });
    ecrire(fixture, mots);
    jest.advanceTimersByTime(1000);
    jest.useRealTimers();
    await respirer();
  }

  it('lets nobody but the service answer', async () => {
    preparer('referent', 'o2');
    expect(element(await ouvrir(), 'pl-editeur-reponse')).toBeNull();
  });

  it('shows what the resident will read as one types, and keeps it from the version that was read', async () => {
    preparer('referent');
    const fixture = await ouvrir();
    await taper(fixture, 'Un technicien passe lundi.');
    expect(element(fixture, '.apercu')?.textContent).toContain('Un technicien passe lundi.');
    const { request } = http.expectOne(({ url }) => url.endsWith('/questions/q1/reponse'));
    expect(request.headers.get('If-Match')).toBe('"3"');
    expect(request.body).toMatchObject({ texte: 'Un technicien passe lundi.' });
  });

  it('shows both texts when somebody else has written, and overwrites nothing by itself', async () => {
    preparer('referent');
    const fixture = await ouvrir();
    await taper(fixture, 'Ma réponse.');
    const eux = {
      version: 1,
      texte: 'Leur réponse.',
      fonction: 'Adjoint',
      organisation: 'Ville',
      fiche: null,
      action: null,
      publieeLe: null,
    };
    const actuel = { ...QUESTION, version: 4, preparee: eux };
    const probleme = { type: '/problemes/version-perimee', status: 412, title: 'Quelqu’un d’autre a modifié.', actuel };
    http
      .expectOne(({ url }) => url.endsWith('/reponse'))
      .flush(probleme, { status: 412, statusText: 'Precondition Failed' });
    await respirer();
    fixture.detectChanges();
    expect(element(fixture, '.conflit')?.textContent).toContain('Leur réponse.');
    expect(element<HTMLTextAreaElement>(fixture, 'textarea')?.value).toBe('Ma réponse.');
    http.expectNone(({ url }) => url.endsWith('/reponse'));
  });
});
