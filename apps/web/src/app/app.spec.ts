import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { permissionsDe, type SessionCourante } from '@pleniere/acces/domain';
import { SessionStore } from '@pleniere/acces/web';
import { Pannes, problemeInterceptor } from '@pleniere/shared/web';
import { App } from './app';

const SESSION: SessionCourante = {
  personne: { id: 'p1', nom: 'Samira Belkacem', fonction: 'Référente politique de la ville' },
  role: 'referent',
  organisation: { id: 'o1', nom: 'Ville de Joué-lès-Tours' },
  contrat: {
    id: 'c1',
    titre: 'Contrat de ville de Tours Métropole Val de Loire',
    titreCourt: 'Tours Métropole',
    anneeDebut: 2024,
    anneeFin: 2030,
    couleur: '#7a1f4b',
    logo: null,
  },
  permissions: permissionsDe('referent'),
  demo: false,
};

@Component({ selector: 'pl-essai-une-page', template: '<h1 tabindex="-1">Une page</h1><textarea></textarea>' })
class UnePage {}

async function ouvrir(session: SessionCourante | null) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([problemeInterceptor])),
      provideHttpClientTesting(),
      provideRouter([{ path: '**', component: UnePage }]),
    ],
  });
  const chargement = TestBed.inject(SessionStore).charger();
  TestBed.inject(HttpTestingController).expectOne('/api/v1/session').flush(session);
  await chargement;
  const app = TestBed.createComponent(App);
  document.body.append(app.nativeElement);
  await TestBed.inject(Router).navigateByUrl('/');
  TestBed.tick();
  if (session) TestBed.inject(HttpTestingController).expectOne('/api/v1/notifications/nombre').flush({ nonLues: 3 });
  await app.whenStable();
  return { app, element: app.nativeElement as HTMLElement };
}

function touche(key: string, cible: EventTarget = document.body): void {
  cible.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}

beforeEach(() => {
  localStorage.clear();
  HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
    this.open = true;
  };
});

afterEach(() => document.body.replaceChildren());

describe('shell', () => {
  it('shows the contrat, the places and the person to whoever is logged in', async () => {
    const { element } = await ouvrir(SESSION);
    const rubriques = [...element.querySelectorAll('nav a')].map((lien) => lien.textContent?.trim());

    expect(rubriques).toEqual([
      'Accueil',
      'Fiches',
      'Indicateurs',
      'Quartiers',
      'Participation',
      'Plénières',
      'Contrat',
    ]);
    expect(element.querySelector('header')?.textContent).toContain('Tours Métropole');
    expect(element.querySelector('.personne')?.textContent).toContain('Samira Belkacem');
    expect(element.querySelector('nav [aria-current=page]')?.textContent).toContain('Accueil');
    expect(document.documentElement.style.getPropertyValue('--pl-couleur-contrat')).toBe('#7a1f4b');
  });

  it('tells the place, also on the pages of the people of the contrat', async () => {
    const { app, element } = await ouvrir(SESSION);
    await TestBed.inject(Router).navigateByUrl('/acteurs/personnes?q=a');
    await app.whenStable();
    const ici = [...element.querySelectorAll('nav [aria-current=page]')].map((lien) => lien.textContent?.trim());
    expect(ici).toEqual(['Contrat']);
  });

  it('offers nothing but the login to the others', async () => {
    const { element } = await ouvrir(null);
    expect(element.querySelector('nav')).toBeNull();
    expect(element.querySelector('header')?.textContent).toContain('Se connecter');
  });

  it('searches the fiches from anywhere', async () => {
    const { app, element } = await ouvrir(SESSION);
    const recherche = element.querySelector<HTMLInputElement>('input[type=search]');
    touche('/');
    expect(document.activeElement).toBe(recherche);
    if (recherche) recherche.value = ' parole ';
    element.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await app.whenStable();
    expect(TestBed.inject(Router).url).toBe('/fiches?q=parole');
    expect(recherche?.value.trim()).toBe('parole');
  });

  it('opens the keyboard map on « ? », except where one is typing', async () => {
    const { app, element } = await ouvrir(SESSION);
    touche('?', element.querySelector('textarea') ?? document.body);
    await app.whenStable();
    expect(element.querySelector('dialog')).toBeNull();
    touche('?');
    await new Promise((suite) => setTimeout(suite));
    await app.whenStable();
    expect(element.querySelector('dialog')?.textContent).toContain('Raccourcis clavier');
  });

  it('says in the top bar how many notifications wait', async () => {
    const { element } = await ouvrir(SESSION);
    const cloche = element.querySelector('header a[href="/notifications"]');
    expect(cloche?.getAttribute('aria-label')).toBe('Notifications\u00A0: 3\u00A0notifications non lues');
  });

  it('skips to the content', async () => {
    const { element } = await ouvrir(SESSION);
    element.querySelector<HTMLAnchorElement>('.evitement')?.click();
    expect(document.activeElement?.tagName).toBe('H1');
  });

  it('shows above the page what no page has dealt with', async () => {
    const { app, element } = await ouvrir(SESSION);
    TestBed.inject(Pannes).signaler(new Error('Chunk failed to load'));
    await app.whenStable();
    expect(element.querySelector('main [role=alert]')?.textContent).toContain('Cette page n’a pas pu s’afficher.');
  });

  it('says goodbye', async () => {
    const { app, element } = await ouvrir(SESSION);
    const sortie = [...element.querySelectorAll('button')].find((bouton) =>
      bouton.textContent?.includes('déconnecter'),
    );
    sortie?.click();
    TestBed.inject(HttpTestingController)
      .expectOne({ method: 'DELETE', url: '/api/v1/session' })
      .flush(null, { status: 204, statusText: '' });
    await new Promise((suite) => setTimeout(suite));
    await app.whenStable();
    expect(element.querySelector('nav')).toBeNull();
  });
});
