import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { SessionStore } from '@pleniere/acces/web';
import type { PropositionAModerer, PropositionOuverte } from '@pleniere/participation/domain';
import { FilDirect, problemeInterceptor } from '@pleniere/shared/web';
import { EMPTY } from 'rxjs';
import { ModerationPage } from './moderation/moderation-page';

const UNE: PropositionAModerer = {
  id: 'p1',
  version: 4,
  numero: 41,
  texte: 'Il faut des banc à l’ombre',
  texteOrigine: null,
  etat: 'en-attente',
  motif: null,
  prenom: 'Inès',
  canal: 'web',
  proposeeLe: '2026-11-01T08:00:00Z',
  masqueeLe: null,
  signalements: [],
  appel: '',
  appelLe: null,
  verrou: null,
};
const AUTRE: PropositionAModerer = {
  ...UNE,
  id: 'p2',
  numero: 42,
  texte: 'Il faut fermer le parc le soir',
  verrou: { nom: 'Samira Lahlou', jusqua: '2026-11-22T10:00:00Z', mien: false },
};
const AUCUN = { pour: 0, contre: 0, neutre: 0 } as PropositionOuverte['proches'][number]['votes'];
const OUVERTE: PropositionOuverte = {
  ...UNE,
  verrou: { nom: 'Moi', jusqua: '2026-11-22T10:00:00Z', mien: true },
  proches: [
    {
      ...{ id: 'p9', numero: 9, texte: 'Il faut retirer les bancs', etat: 'acceptee', similarite: 0.52 },
      ...{ opposee: true, votes: AUCUN },
    },
  ],
  duMemeAuteur: [{ id: 'p7', numero: 7, texte: 'Votez pour moi', etat: 'refusee', motif: 'partisane' }],
};

let http: HttpTestingController;
let fixture: ComponentFixture<ModerationPage>;

// Requests that a test is not about stay open: it does not wait for them.
const respirer = () => new Promise((suite) => setTimeout(suite));
const page = () => fixture.nativeElement as HTMLElement;
const texte = () => page().textContent?.replace(/\s+/g, ' ') ?? '';
const bouton = (nom: string) =>
  [...page().querySelectorAll('button')].find(({ textContent }) => textContent?.trim().startsWith(nom));

async function dessiner(): Promise<void> {
  await respirer();
  TestBed.tick();
  fixture.detectChanges();
}

async function ouvrir(file = [UNE, AUTRE]): Promise<void> {
  fixture.detectChanges();
  TestBed.tick();
  for (const demande of http.match(({ url }) => url.endsWith('/moderation'))) demande.flush(file);
  await dessiner();
  bouton('Commencer')?.click();
  http.expectOne(({ url }) => url.endsWith('/propositions/p1/verrou')).flush(OUVERTE);
  await dessiner();
}

async function taper(touche: string, cible: EventTarget = document): Promise<void> {
  cible.dispatchEvent(new KeyboardEvent('keydown', { key: touche, bubbles: true, cancelable: true }));
  await dessiner();
}

const decision = () => http.expectOne(({ url }) => url.endsWith('/propositions/p1/decision'));

beforeEach(() => {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([problemeInterceptor])),
      provideHttpClientTesting(),
      provideRouter([]),
      { provide: FilDirect, useValue: { evenements: () => EMPTY, reprises: EMPTY } },
      { provide: SessionStore, useValue: { session: () => ({ contrat: { id: 'c1' } }), peut: () => true } },
    ],
  });
  http = TestBed.inject(HttpTestingController);
  fixture = TestBed.createComponent(ModerationPage);
  fixture.componentRef.setInput('id', 'k1');
});
afterEach(() => fixture.destroy());

describe('the queue of moderation', () => {
  it('shows who holds what, what is close or says the contrary, and what the author proposed besides', async () => {
    await ouvrir();
    expect(texte()).toContain('Samira Lahlou l’examine');
    expect(texte()).toContain('Dit peut-être le contraire');
    expect(texte()).toContain('Votez pour moi');
    expect(texte()).toMatch(/Attend depuis \d+ jours/);
  });

  it('publishes with one key, from the version that was read, then leaves the one that somebody else holds', async () => {
    await ouvrir();
    await taper('a');
    const envoi = decision();
    expect(envoi.request.headers.get('If-Match')).toBe('"4"');
    expect(envoi.request.body).toEqual({ decision: 'accepter' });
    envoi.flush({ ...UNE, etat: 'acceptee' });
    await dessiner();
    http.expectNone(({ url }) => url.endsWith('/propositions/p2/verrou'));
    expect(page().querySelector('pl-examen-proposition')).toBeNull();
  });

  it('goes on with the next one that is free once it has decided', async () => {
    const libre = { ...AUTRE, id: 'p3', numero: 43, verrou: null };
    await ouvrir([UNE, AUTRE, libre]);
    await taper('a');
    decision().flush({ ...UNE, etat: 'acceptee' });
    await dessiner();
    const suite = { ...OUVERTE, ...libre, texte: 'Il faut un kiosque', proches: [], duMemeAuteur: [] };
    http.expectOne(({ url, method }) => method === 'PUT' && url.endsWith('/propositions/p3/verrou')).flush(suite);
    await dessiner();
    expect(page().querySelector('pl-examen-proposition blockquote')?.textContent).toBe('Il faut un kiosque');
    http.expectNone(({ method }) => method === 'DELETE');
  });

  it('never refuses without a motif of the charter', async () => {
    await ouvrir();
    await taper('r');
    expect(bouton('Refuser avec ce motif')?.disabled).toBe(true);
    await taper('4');
    bouton('Refuser avec ce motif')?.click();
    expect(decision().request.body).toEqual({ decision: 'refuser', motif: 'partisane', motifDetail: '' });
  });

  it('corrects the spelling; the keys typed there decide nothing', async () => {
    await ouvrir();
    await taper('c');
    const zone = page().querySelector<HTMLTextAreaElement>('#correction');
    if (!zone) throw new Error('no correction');
    zone.value = 'Il faut des bancs à l’ombre';
    zone.dispatchEvent(new Event('input'));
    await taper('a', zone);
    http.expectNone(({ url }) => url.endsWith('/decision'));
    bouton('Publier avec cette orthographe')?.click();
    expect(decision().request.body).toEqual({ decision: 'accepter', texte: 'Il faut des bancs à l’ombre' });
  });

  it('says who is reading when somebody else came first', async () => {
    await ouvrir();
    [...page().querySelectorAll<HTMLElement>('pl-file-moderation button')].at(1)?.click();
    const refus = { type: '/problemes/conflit', status: 409, title: 'Samira Lahlou est en train de l’examiner.' };
    http
      .expectOne(({ url }) => url.endsWith('/propositions/p2/verrou'))
      .flush(refus, { status: 409, statusText: 'Conflict' });
    await dessiner();
    expect(page().querySelector('.examen pl-erreur')?.textContent).toContain('Samira Lahlou est en train');
    expect(texte()).toContain('Il faut des banc à l’ombre');
  });
});
