import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { problemeInterceptor } from '../erreurs/probleme-interceptor';
import { BandeauHorsLigne } from './bandeau-hors-ligne';
import type { Envoi } from './envoi';
import { FileDEnvoi } from './file-d-envoi';
import { Proprietaire } from './proprietaire';
import { Reseau } from './reseau';

const CLAIRE = { personneId: 'claire', contratId: 'c1' };
const SAMIRA = { personneId: 'samira', contratId: 'c1' };
const ecrire = (cle: string, methode: Envoi['methode'] = 'PUT'): Envoi => ({
  cle,
  methode,
  adresse: `/api/v1/decisions/${cle}`,
  corps: { texte: `Décision ${cle}` },
  version: methode === 'PUT' ? null : 3,
  quoi: `Décision ${cle}`,
});

let api: HttpTestingController;
let file: FileDEnvoi;
let reseau: Reseau;
let recus: string[];

/** Lets promises and effects run until nothing moves. */
async function reposer(): Promise<void> {
  for (let tour = 0; tour < 10; tour++) {
    TestBed.tick();
    await new Promise((suite) => setTimeout(suite));
  }
}

function partis(): TestRequest[] {
  return api.match(() => true).filter(({ cancelled }) => !cancelled);
}

beforeEach(() => {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([problemeInterceptor])),
      provideHttpClientTesting(),
      provideRouter([]),
    ],
  });
  api = TestBed.inject(HttpTestingController);
  reseau = TestBed.inject(Reseau);
  TestBed.inject(Proprietaire).nommer(CLAIRE);
  file = TestBed.inject(FileDEnvoi);
  recus = [];
  file.recus.subscribe(({ envoi }) => recus.push(envoi.cle));
});

describe('queue of writes', () => {
  it('sends at once what is typed with a network, as the person who typed it', async () => {
    await file.deposer(ecrire('a'));
    await file.deposer(ecrire('b', 'PATCH'));
    await reposer();
    const [premier, ...trop] = partis();
    expect(trop).toEqual([]);
    expect(premier?.request.urlWithParams).toBe('/api/v1/decisions/a');
    expect(premier?.request.headers.get('X-Auteur')).toBe('claire');
    expect(premier?.request.headers.has('If-Match')).toBe(false);
    premier?.flush({ id: 'a' });
    await reposer();
    const [second] = partis();
    expect(second?.request.method).toBe('PATCH');
    expect(second?.request.headers.get('If-Match')).toBe('"3"');
    second?.flush({ id: 'b' });
    await reposer();
    expect(recus).toEqual(['a', 'b']);
    expect(file.attente()).toEqual([]);
  });

  it('waits without a network and sends in order when it is back', async () => {
    reseau.constater(false);
    for (const cle of ['a', 'b', 'c']) await file.deposer(ecrire(cle));
    await reposer();
    expect(partis()).toEqual([]);
    expect(file.etat()).toBe('attend-reseau');

    reseau.constater(true);
    const ordre: string[] = [];
    for (let tour = 0; tour < 3; tour++) {
      await reposer();
      const [suivant] = partis();
      ordre.push(suivant?.request.urlWithParams ?? '');
      suivant?.flush({});
    }
    await reposer();
    expect(ordre).toEqual(['a', 'b', 'c'].map((cle) => `/api/v1/decisions/${cle}`));
  });

  it('keeps a write whose answer was lost, and sends it again', async () => {
    await file.deposer(ecrire('a'));
    await reposer();
    partis()[0]?.error(new ProgressEvent('error'));
    await reposer();
    expect(file.attente().map(({ cle }) => cle)).toEqual(['a']);
    expect(reseau.enLigne()).toBe(false);
    reseau.constater(true);
    await reposer();
    partis()[0]?.flush({ id: 'a' });
    await reposer();
    expect(recus).toEqual(['a']);
  });

  it('keeps what was refused with its reason, and lets the others pass', async () => {
    await file.deposer(ecrire('a'));
    await file.deposer(ecrire('b'));
    await reposer();
    partis()[0]?.flush({ title: 'La saisie est refusée.', status: 422 }, { status: 422, statusText: 'Refused' });
    await reposer();
    partis()[0]?.flush({ id: 'b' });
    await reposer();
    expect(recus).toEqual(['b']);
    expect(file.refuses().map(({ cle, quoi, refus }) => [cle, quoi, refus?.title])).toEqual([
      ['a', 'Décision a', 'La saisie est refusée.'],
    ]);

    const [refuse] = file.refuses();
    if (refuse) await file.remettre(refuse, { texte: 'Corrigée' });
    await reposer();
    const [repris] = partis();
    expect(repris?.request.body).toEqual({ texte: 'Corrigée' });
    repris?.flush({ id: 'a' });
    await reposer();
    expect(recus).toEqual(['b', 'a']);
  });

  it('waits for a login when the session has ended, and starts again after it', async () => {
    await file.deposer(ecrire('a'));
    await reposer();
    partis()[0]?.flush({ title: 'Expirée', status: 401 }, { status: 401, statusText: 'Unauthorized' });
    await reposer();
    expect(file.etat()).toBe('attend-connexion');
    TestBed.inject(Proprietaire).nommer(CLAIRE);
    await reposer();
    partis()[0]?.flush({ id: 'a' });
    await reposer();
    expect(recus).toEqual(['a']);
  });

  it('never sends what somebody else typed', async () => {
    reseau.constater(false);
    await file.deposer(ecrire('a'));
    TestBed.inject(Proprietaire).nommer(SAMIRA);
    reseau.constater(true);
    await reposer();
    expect(partis()).toEqual([]);
    expect([file.attente().length, file.autres()]).toEqual([0, 1]);
    TestBed.inject(Proprietaire).nommer(CLAIRE);
    await reposer();
    expect(partis().map(({ request }) => request.urlWithParams)).toEqual(['/api/v1/decisions/a']);
  });
});

describe('offline banner', () => {
  it('says how many writes wait, then shows what was refused with its words', async () => {
    const banniere = TestBed.createComponent(BandeauHorsLigne);
    const texte = () => (banniere.nativeElement as HTMLElement).textContent ?? '';
    reseau.constater(false);
    for (const cle of ['a', 'b', 'c']) await file.deposer(ecrire(cle));
    await reposer();
    expect(texte()).toContain('Hors ligne\u00A0: 3\u00A0saisies seront envoyées au retour du réseau.');

    reseau.constater(true);
    await reposer();
    partis()[0]?.flush({ title: 'Introuvable.', status: 404 }, { status: 404, statusText: 'Not found' });
    await reposer();
    expect(texte()).toContain('Introuvable.');
    expect((banniere.nativeElement as HTMLElement).querySelector('blockquote')?.textContent).toBe('Décision a');
  });
});
