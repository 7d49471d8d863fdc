import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { problemeInterceptor } from '@pleniere/shared/web';
import { SessionStore } from '../session/session-store';
import { ConnexionPage } from './connexion-page';

@Component({ selector: 'pl-essai-ailleurs', template: '' })
class Ailleurs {}

let page: ComponentFixture<ConnexionPage>;
let api: HttpTestingController;
let libelleFournisseur: string | null = null;

beforeEach(async () => {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([problemeInterceptor])),
      provideHttpClientTesting(),
      provideRouter([{ path: '**', component: Ailleurs }]),
    ],
  });
  api = TestBed.inject(HttpTestingController);
  page = TestBed.createComponent(ConnexionPage);
  document.body.append(page.nativeElement);
  page.detectChanges();
  api.expectOne('/api/v1/oidc').flush({ libelle: libelleFournisseur });
  await page.whenStable();
});

afterEach(() => api.verify());

/** The answer, then the promises of the page, then the screen. */
async function apresLaReponse(): Promise<void> {
  await new Promise((suite) => setTimeout(suite));
  await page.whenStable();
}

async function remplir(email: string, motDePasse: string): Promise<void> {
  const ecran: HTMLElement = page.nativeElement;
  const [champEmail, champMotDePasse] = ecran.querySelectorAll('input');
  if (champEmail) champEmail.value = email;
  if (champMotDePasse) champMotDePasse.value = motDePasse;
  ecran.querySelector<HTMLButtonElement>('button[type=submit]')?.click();
  await page.whenStable();
}

describe('login', () => {
  it('explains in French what is missing, without asking the server, and goes to the first field to mend', async () => {
    await remplir('samira', '');
    const champs = [...(page.nativeElement as HTMLElement).querySelectorAll('input')];
    const dits = champs.map((champ) => {
      const refus = document.getElementById(champ.getAttribute('aria-describedby') ?? '');
      return [champ.getAttribute('aria-invalid'), refus?.textContent];
    });

    expect(dits).toEqual([
      ['true', 'Cette adresse n’est pas complète, par exemple prenom.nom@ville.fr.'],
      ['true', 'Indiquez votre mot de passe.'],
    ]);
    expect(document.activeElement).toBe(champs[0]);
    expect(page.nativeElement.querySelector('form').noValidate).toBe(true);
  });

  it('shows the refusal of the server and keeps what was typed', async () => {
    await remplir('samira@ville.fr', 'mauvais');
    api
      .expectOne('/api/v1/session')
      .flush(
        { type: 'x', status: 401, title: 'Adresse ou mot de passe incorrect.' },
        { status: 401, statusText: 'Unauthorized' },
      );
    await apresLaReponse();

    expect(page.nativeElement.querySelector('[role=alert]').textContent).toContain(
      'Adresse ou mot de passe incorrect.',
    );
    expect(page.nativeElement.querySelector('input[type=email]').value).toBe('samira@ville.fr');
    expect(TestBed.inject(SessionStore).session()).toBeNull();
  });

  it.each([
    ['/fiches?q=parole', '/fiches?q=parole'],
    ['//ailleurs.example', '/'],
    ['https://ailleurs.example', '/'],
    [undefined, '/'],
  ])('asked to come back to %p, goes to %s', async (retour, adresse) => {
    page.componentRef.setInput('retour', retour);
    await remplir('samira@ville.fr', 'le bon mot de passe');
    const requete = api.expectOne({ method: 'POST', url: '/api/v1/session' });
    expect(requete.request.body).toEqual({ email: 'samira@ville.fr', motDePasse: 'le bon mot de passe' });
    requete.flush({
      personne: { id: 'p1', nom: 'Samira Belkacem', fonction: '' },
      contrat: { id: 'c1' },
      permissions: [],
    });
    await apresLaReponse();

    expect(TestBed.inject(Router).url).toBe(adresse);
    expect(TestBed.inject(SessionStore).session()?.personne.nom).toBe('Samira Belkacem');
  });

  it('asks for the second factor on a page of its own, which knows where one was going', async () => {
    page.componentRef.setInput('retour', '/fiches');
    await remplir('samira@ville.fr', 'le bon mot de passe');
    const requete = api.expectOne({ method: 'POST', url: '/api/v1/session' });
    requete.flush({ secondFacteur: 'attendu' }, { status: 202, statusText: 'Accepted' });
    await apresLaReponse();
    expect(TestBed.inject(Router).url).toBe('/connexion/second-facteur?retour=%2Ffiches');
    expect(TestBed.inject(SessionStore).session()).toBeNull();
  });

  it('says in words why the identity provider did not let in', async () => {
    page.componentRef.setInput('refus', 'demande-perdue');
    await page.whenStable();
    expect(page.nativeElement.querySelector('[role=alert]').textContent).toContain('Recommencez d’ici.');
    page.componentRef.setInput('refus', '<script>');
    await page.whenStable();
    expect(page.nativeElement.querySelector('[role=alert]')).toBeNull();
  });

  it('offers no identity provider when there is none', () => {
    expect(page.nativeElement.querySelector('a[href*=oidc]')).toBeNull();
  });
});

describe('login with an identity provider', () => {
  beforeAll(() => (libelleFournisseur = 'S’identifier avec ProConnect'));
  afterAll(() => (libelleFournisseur = null));

  it('offers it first, to come back where one was going', async () => {
    page.componentRef.setInput('retour', '/fiches?q=a');
    await page.whenStable();
    const lien: HTMLAnchorElement = page.nativeElement.querySelector('a[href*=oidc]');
    expect(lien.textContent).toContain('S’identifier avec ProConnect');
    expect(lien.getAttribute('href')).toBe('/api/v1/oidc/connexion?retour=%2Ffiches%3Fq%3Da');
  });
});
