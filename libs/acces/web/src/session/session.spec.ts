import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component, createEnvironmentInjector, DOCUMENT, EnvironmentInjector } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { permissionsDe, type SessionCourante } from '@pleniere/acces/domain';
import { problemeInterceptor, Reseau } from '@pleniere/shared/web';
import { connecte, siConnecte } from './connecte';
import { JetonDeSession } from './jeton-de-session';
import { sessionPerdueInterceptor } from './session-perdue-interceptor';
import { SessionStore } from './session-store';

const SESSION: SessionCourante = {
  personne: { id: 'p1', nom: 'Samira Belkacem', fonction: 'Référente politique de la ville' },
  role: 'referent',
  organisation: { id: 'o1', nom: 'Ville de Joué-lès-Tours' },
  contrat: {
    id: 'c1',
    titre: 'Contrat de ville',
    titreCourt: 'Contrat',
    anneeDebut: 2024,
    anneeFin: 2030,
    couleur: '#1f4788',
    logo: null,
  },
  permissions: permissionsDe('referent'),
  demo: false,
};

@Component({ selector: 'pl-essai-espace', template: 'Espace de travail' })
class Espace {}
@Component({ selector: 'pl-essai-bienvenue', template: 'Bienvenue' })
class Bienvenue {}
@Component({ selector: 'pl-essai-connexion', template: 'Connexion' })
class Connexion {}

let store: SessionStore;
let api: HttpTestingController;

beforeEach(() => {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([sessionPerdueInterceptor, problemeInterceptor])),
      provideHttpClientTesting(),
      provideRouter([
        { path: '', pathMatch: 'full', canMatch: [siConnecte], component: Espace },
        { path: '', pathMatch: 'full', component: Bienvenue },
        { path: 'fiches', canActivate: [connecte], component: Espace },
        { path: 'connexion', component: Connexion },
      ]),
    ],
  });
  store = TestBed.inject(SessionStore);
  api = TestBed.inject(HttpTestingController);
});

afterEach(() => api.verify());

async function charger(session: SessionCourante | null): Promise<void> {
  const chargement = store.charger();
  api
    .expectOne({ method: 'GET', url: '/api/v1/session' })
    .flush(session, session ? {} : { status: 204, statusText: '' });
  await chargement;
}

describe('SessionStore', () => {
  it('knows who is there and what they may do', async () => {
    await charger(SESSION);
    expect(store.session()?.personne.nom).toBe('Samira Belkacem');
    expect(store.role()).toBe('referent');
    expect(store.peut('fiches.ecrire')).toBe(true);
    expect(store.peut('contrat.gerer')).toBe(false);
  });

  it('knows when nobody is there', async () => {
    await charger(null);
    expect(store.session()).toBeNull();
    expect(store.peut('fiches.lire')).toBe(false);
  });

  it('forgets the person once the server has closed the session', async () => {
    await charger(SESSION);
    const fermeture = store.fermer();
    expect(store.session()).not.toBeNull();
    api.expectOne({ method: 'DELETE', url: '/api/v1/session' }).flush(null, { status: 204, statusText: '' });
    await fermeture;
    expect(store.session()).toBeNull();
  });
});

describe('without a network', () => {
  const coupe = () => api.expectOne('/api/v1/session').error(new ProgressEvent('error'));

  it('a page finds who was there last, and asks the server again when it is back', async () => {
    await charger(SESSION);
    await new Promise((suite) => setTimeout(suite));
    const chargement = store.charger();
    coupe();
    await chargement;
    expect(store.horsLigne()).toBe(true);
    expect(store.session()?.personne.nom).toBe('Samira Belkacem');

    TestBed.inject(Reseau).constater(false);
    TestBed.tick();
    TestBed.inject(Reseau).constater(true);
    TestBed.tick();
    for (const demande of api.match('/api/v1/session')) demande.flush(SESSION);
    await new Promise((suite) => setTimeout(suite));
    expect(store.horsLigne()).toBe(false);
  });

  it('a page finds nobody after a logout', async () => {
    await charger(SESSION);
    const fermeture = store.fermer();
    api.expectOne({ method: 'DELETE', url: '/api/v1/session' }).flush(null, { status: 204, statusText: '' });
    await fermeture;
    const chargement = store.charger();
    coupe();
    await expect(chargement).rejects.toThrow();
    expect(store.session()).toBeNull();
  });
});

describe('routes', () => {
  it('send whoever is not logged in to the login, with the address to come back to', async () => {
    await charger(null);
    const ecran = await RouterTestingHarness.create('/fiches?q=parole');
    expect(ecran.routeNativeElement?.textContent).toBe('Connexion');
    expect(TestBed.inject(Router).parseUrl(TestBed.inject(Router).url).queryParams).toEqual({
      retour: '/fiches?q=parole',
    });
  });

  it.each([
    [SESSION, 'Espace de travail'],
    [null, 'Bienvenue'],
  ])('open on the right page at /', async (session, texte) => {
    await charger(session);
    const ecran = await RouterTestingHarness.create('/');
    expect(ecran.routeNativeElement?.textContent).toBe(texte);
  });

  it('come back to the login when the server no longer knows the session', async () => {
    await charger(SESSION);
    const ecran = await RouterTestingHarness.create('/fiches');
    const refus = new Promise((suite) => TestBed.inject(HttpClient).get('/api/v1/fiches').subscribe({ error: suite }));
    api
      .expectOne('/api/v1/fiches')
      .flush({ type: 'session', status: 401, title: 'Session expirée.' }, { status: 401, statusText: 'Unauthorized' });
    await refus;
    await ecran.fixture.whenStable();

    expect(store.session()).toBeNull();
    expect(TestBed.inject(Router).url).toBe('/connexion?retour=%2Ffiches&expiree=true');
  });
});

describe('the token of writes', () => {
  it.each([
    ['alone', 'autre=1; XSRF-TOKEN=abc-_1', 'abc-_1'],
    ['of this very host, whatever another host has set', 'XSRF-TOKEN=faux; __Host-XSRF-TOKEN=vrai', 'vrai'],
    ['when nobody is there', 'FAUX-XSRF-TOKEN=abc', null],
  ])('is read from the cookie %s', (_, cookie, jeton) => {
    const providers = [JetonDeSession, { provide: DOCUMENT, useValue: { cookie } }];
    const lecteur = createEnvironmentInjector(providers, TestBed.inject(EnvironmentInjector)).get(JetonDeSession);
    expect(lecteur.getToken()).toBe(jeton);
  });
});
