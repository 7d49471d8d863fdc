import { HttpTestingController, type TestRequest } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { SessionStore } from '@pleniere/acces/web';
import type { EtatChamp, FicheLue, Present } from '@pleniere/fiches/domain';
import type { EvenementDirect } from '@pleniere/shared/domain';
import { FilDirect } from '@pleniere/shared/web';
import { filter, Subject } from 'rxjs';
import { fiche, HTTP, SESSION, suite } from '../essais/exemples';
import { fichesRoutes } from '../fiches.routes';

const FICHE = '/api/v1/fiches/f1';
const PRESENCE = `${FICHE}/presence`;
const JULIEN: Present = { personneId: 'julien', nom: 'Julien Pasquet', fonction: 'Référent', champ: null };

// What arrives is grouped in real time, which these tests wait for.
jest.setTimeout(20_000);

let api: HttpTestingController;
let harness: RouterTestingHarness;
let recus: Subject<EvenementDirect>;
let reprises: Subject<void>;

async function connecter(permissions: typeof SESSION.permissions): Promise<void> {
  localStorage.clear();
  recus = new Subject();
  reprises = new Subject();
  const evenements = (type: string) => recus.pipe(filter((evenement) => evenement.type === type));
  const fil = { evenements, reprises, etat: signal('ouvert') };
  TestBed.configureTestingModule({
    providers: [
      ...HTTP,
      { provide: FilDirect, useValue: fil },
      provideRouter([{ path: 'fiches', children: fichesRoutes }], withComponentInputBinding()),
    ],
  });
  api = TestBed.inject(HttpTestingController);
  const ouverte = TestBed.inject(SessionStore).ouvrir({ email: '', motDePasse: '' });
  api.expectOne('/api/v1/session').flush({ ...SESSION, permissions });
  await ouverte;
  harness = await RouterTestingHarness.create();
}

/** Lets what is grouped on the way arrive on screen; the names of the contrat are answered with nothing. */
async function repos(): Promise<void> {
  await new Promise((suivre) => setTimeout(suivre, 250));
  for (let tour = 0; tour < 3; tour++) {
    await suite();
    for (const demande of api.match(({ url }) => url.startsWith('/api/v1/contrats/'))) {
      demande.flush(demande.request.url.endsWith('/questions') ? { questions: [], total: 0 } : []);
    }
    for (const demande of api.match(({ url }) => /dialogue|notes/.test(url)))
      demande.flush({ fils: [], demandes: [], interlocuteurs: [] });
  }
}

async function ouvrir(lue: FicheLue = fiche()): Promise<HTMLElement> {
  await harness.navigateByUrl('/fiches/T1.1');
  api.expectOne('/api/v1/fiches/T1.1').flush(lue);
  await repos();
  await repos();
  return harness.fixture.nativeElement as HTMLElement;
}

const annoncer = (type: string, donnees?: EvenementDirect['donnees']): void =>
  recus.next({ type, objetId: 'f1', ficheId: 'f1', visibilite: 'travail', ...(donnees && { donnees }) });
/** Signs of life of the page that wait for their answer. */
const battements = (): TestRequest[] =>
  api.match({ method: 'PUT', url: PRESENCE }).filter(({ cancelled }) => !cancelled);
const champsDits = (demandes: TestRequest[]) => demandes.map(({ request }) => (request.body as Present).champ);
const etat = (version: number): EtatChamp => ({
  version,
  modifieLe: '2026-11-20T13:32:00Z',
  modifiePar: 'Julien Pasquet',
});
const ecrite = (titre: string, version: number): FicheLue =>
  fiche({ contenu: { ...fiche().contenu, titre }, champs: { titre: etat(version) } });

describe('presence on the fiche', () => {
  beforeEach(() => connecter([...SESSION.permissions, 'dialogue.participer']));

  it('tells where this page is, and shows who else is there and writes', async () => {
    const vue = await ouvrir();
    for (const battement of battements()) battement.flush([{ ...JULIEN, champ: 'resultatsAttendus' }]);
    await repos();
    expect(vue.querySelector('pl-presences li')?.textContent).toMatch(/JP\s*Julien Pasquet\s*écrit dans/);
    expect(vue.querySelector('#champ-resultatsAttendus .ecrivains')?.textContent).toContain('Julien Pasquet écrit ici');
    expect(vue.querySelector('pl-presences')?.textContent).toContain('Julien Pasquet écrit dans «');

    vue.querySelector<HTMLElement>('#champ-titre .lecture')?.click();
    await repos();
    expect(champsDits(battements())).toEqual(['titre']);
  });

  it('follows those who move, and leaves when the page does', async () => {
    const vue = await ouvrir();
    for (const battement of battements()) battement.flush([]);
    annoncer('presence');
    await repos();
    api.expectOne({ method: 'GET', url: PRESENCE }).flush([JULIEN]);
    await repos();
    expect(vue.querySelector('pl-presences li')?.textContent).toMatch(/Julien Pasquet\s*Référent/);

    await harness.navigateByUrl('/fiches');
    const [depart] = api.match(({ method, url }) => method === 'DELETE' && url.startsWith(PRESENCE));
    expect(depart?.request.keepalive).toBe(true);
  });
});

describe('changes of others', () => {
  beforeEach(() => connecter(SESSION.permissions));

  it('asks nothing of whoever only reads, who is not seen either', async () => {
    await ouvrir();
    expect(api.match(({ url }) => url.startsWith(PRESENCE))).toEqual([]);
  });

  it('appear without reloading, with a mark that says who', async () => {
    const vue = await ouvrir();
    annoncer('fiche.champ', { champ: 'titre', version: 1 });
    await repos();
    api.expectOne(FICHE).flush(ecrite('Le titre de Julien', 1));
    await repos();
    expect(vue.querySelector('h1')?.textContent).toContain('Le titre de Julien');
    expect(vue.querySelector('#champ-titre .marque')?.textContent).toContain('Modifié par Julien Pasquet');
    expect(vue.querySelector('pl-presences')?.textContent).toContain('Julien Pasquet a modifié «');

    annoncer('fiche.champ', { champ: 'titre', version: 1 });
    await repos();
    api.expectNone(FICHE);
  });

  it('are met by both texts in the field that is being typed', async () => {
    const vue = await ouvrir();
    vue.querySelector<HTMLElement>('#champ-titre .lecture')?.click();
    await repos();
    const zone = vue.querySelector<HTMLTextAreaElement>('#champ-titre textarea');
    if (!zone) throw new Error('Pas de zone de saisie');
    zone.value = 'Mon titre';
    zone.dispatchEvent(new Event('input'));
    annoncer('fiche.champ', { champ: 'titre', version: 1 });
    await repos();
    api.expectOne(FICHE).flush(ecrite('Le titre de Julien', 1));
    await repos();
    const conflit = vue.querySelector('pl-conflit-champ');
    expect(conflit?.textContent).toContain('Le titre de Julien');
    expect(conflit?.textContent).toContain('Mon titre');
    expect(vue.querySelector<HTMLTextAreaElement>('#champ-titre textarea')?.value).toBe('Mon titre');
    api.expectNone(({ method }) => method === 'PUT');
  });

  it('are caught up after a cut, and another step of the circuit shows', async () => {
    const vue = await ouvrir();
    reprises.next();
    await repos();
    api.expectOne(FICHE).flush(fiche({ statut: 'relecture' }));
    await repos();
    expect(vue.querySelector('pl-puce-statut')?.textContent).toContain('relecture');
  });
});
