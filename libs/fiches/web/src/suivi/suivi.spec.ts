import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { SessionStore } from '@pleniere/acces/web';
import type { Organisation } from '@pleniere/acteurs/domain';
import type { Qpv } from '@pleniere/contrat/domain';
import type { Action, Declinaison, FicheLue } from '@pleniere/fiches/domain';
import { fiche, HTTP, SESSION, suite } from '../essais/exemples';
import { fichesRoutes } from '../fiches.routes';
import { villesOuvertes } from './declinaisons/places';

const ACTION: Action = {
  id: 'a1',
  version: 2,
  code: 'T1.1-a',
  titre: 'Écrire une charte',
  description: '',
  pilote: 'Métropole',
  echeance: '2024-06-30',
  statut: 'en-cours',
  niveauParticipation: 'co-construction',
  etapes: [
    { id: 'e1', libelle: 'Ateliers', faite: true },
    { id: 'e2', libelle: 'Signature', faite: false },
  ],
  refDauphin: '',
};

const DECLINAISON: Declinaison = {
  id: 'd1',
  version: 5,
  organisation: { id: 'tours', nom: 'Ville de Tours' },
  qpvCode: null,
  referent: null,
  statutExecution: 'en-cours',
  meteo: 'soleil',
  meteoExplication: '',
  modaliteRetenue: 'Un rendez-vous nouveau',
  recits: [{ annee: 2025, faitsMarquants: 'Huit séances', freins: '', perspectives: '' }],
};

let api: HttpTestingController;
let harness: RouterTestingHarness;

async function repos(): Promise<void> {
  for (let tour = 0; tour < 4; tour++) {
    await suite();
    for (const demande of api.match((requete) => requete.url.startsWith('/api/v1/contrats/'))) demande.flush([]);
  }
}

async function ouvrir(onglet: string, changement: Partial<FicheLue>): Promise<HTMLElement> {
  await harness.navigateByUrl(`/fiches/T1.1/${onglet}`);
  api.expectOne('/api/v1/fiches/T1.1').flush(fiche(changement));
  await repos();
  return harness.fixture.nativeElement as HTMLElement;
}

function bouton(vue: HTMLElement, mots: string): HTMLButtonElement {
  const trouve = [...vue.querySelectorAll('button')].find((candidat) =>
    candidat.textContent?.replace(/\s+/g, ' ').includes(mots),
  );
  if (!trouve) throw new Error(`Pas de bouton « ${mots} »`);
  return trouve;
}

beforeEach(async () => {
  localStorage.clear();
  TestBed.configureTestingModule({
    providers: [...HTTP, provideRouter([{ path: 'fiches', children: fichesRoutes }])],
  });
  api = TestBed.inject(HttpTestingController);
  const ouverte = TestBed.inject(SessionStore).ouvrir({ email: '', motDePasse: '' });
  api.expectOne('/api/v1/session').flush(SESSION);
  await ouverte;
  harness = await RouterTestingHarness.create();
});

describe('actions', () => {
  it('says that an open action is late once its date has passed', async () => {
    const vue = await ouvrir('actions', { actions: [ACTION] });
    expect(vue.textContent).toContain('En retard');
    expect(vue.textContent).toContain('30 juin 2024');
    expect(vue.textContent).toContain('1\u00A0étape faite sur 2');
  });

  it('says what shows the place of residents, or that nothing does yet', async () => {
    const vue = await ouvrir('actions', { actions: [ACTION, { ...ACTION, id: 'a2', niveauParticipation: 'aucune' }] });
    expect(vue.querySelectorAll('pl-preuves-du-niveau')).toHaveLength(1);
    expect(vue.textContent).toContain('Rien ne le montre encore');
  });

  it('ticks a step with the version that was read', async () => {
    const vue = await ouvrir('actions', { actions: [ACTION] });
    vue.querySelectorAll<HTMLInputElement>('input[type=checkbox]')[1]?.click();
    const { request } = api.expectOne('/api/v1/actions/a1');
    expect(request.headers.get('If-Match')).toBe('"2"');
    expect(request.body.etapes.map((etape: { faite: boolean }) => etape.faite)).toEqual([true, true]);
  });

  it('keeps what was typed beside what somebody else saved', async () => {
    const vue = await ouvrir('actions', { actions: [ACTION] });
    bouton(vue, 'Modifier Écrire une charte').click();
    await repos();
    const titre = vue.querySelector<HTMLInputElement>('form input');
    if (titre) titre.value = 'Signer une charte';
    titre?.dispatchEvent(new Event('input'));
    vue.querySelector('form')?.dispatchEvent(new Event('submit'));
    const actuel = { ...ACTION, version: 7, titre: 'Rédiger une charte' };
    const probleme = { type: 'about:blank', status: 412, title: 'Modifiée', actuel };
    api.expectOne('/api/v1/actions/a1').flush(probleme, { status: 412, statusText: '' });
    await repos();
    expect(vue.querySelector('pl-conflit-suivi')?.textContent).toContain('Rédiger une charte');
    expect(vue.querySelector('pl-conflit-suivi')?.textContent).toContain('Signer une charte');

    bouton(vue, 'Garder ma saisie').click();
    const { request } = api.expectOne('/api/v1/actions/a1');
    expect(request.headers.get('If-Match')).toBe('"7"');
    expect(request.body.titre).toBe('Signer une charte');
  });
});

describe('an interrupted form', () => {
  function ecrireTitre(vue: HTMLElement, texte: string): void {
    const titre = vue.querySelector<HTMLInputElement>('form input');
    if (titre) titre.value = texte;
    titre?.dispatchEvent(new Event('input'));
  }

  it('is found again with what was typed, on the version it was typed upon', async () => {
    const vue = await ouvrir('actions', { actions: [ACTION] });
    bouton(vue, 'Modifier Écrire une charte').click();
    await repos();
    ecrireTitre(vue, 'Signer une charte');
    vue.querySelector('form')?.dispatchEvent(new Event('submit'));
    api.expectOne('/api/v1/actions/a1').error(new ProgressEvent('error'));
    await repos();
    expect(vue.textContent).toContain('Votre saisie est conservée sur cet appareil.');

    await harness.navigateByUrl('/fiches');
    api.match(() => true);
    const retour = await ouvrir('actions', { actions: [{ ...ACTION, version: 9 }] });
    expect(retour.querySelector('pl-brouillon-repris')).not.toBeNull();
    expect(retour.querySelector<HTMLInputElement>('form input')?.value).toBe('Signer une charte');
    retour.querySelector('form')?.dispatchEvent(new Event('submit'));
    expect(api.expectOne('/api/v1/actions/a1').request.headers.get('If-Match')).toBe('"2"');
  });

  it('is forgotten once given up', async () => {
    const vue = await ouvrir('actions', { actions: [ACTION] });
    bouton(vue, 'Modifier Écrire une charte').click();
    await repos();
    ecrireTitre(vue, 'Signer une charte');
    bouton(vue, 'Renoncer').click();
    await repos();
    bouton(vue, 'Modifier Écrire une charte').click();
    await repos();
    expect(vue.querySelector<HTMLInputElement>('form input')?.value).toBe('Écrire une charte');
  });
});

describe('déclinaisons', () => {
  it('offers a ville, then each of its quarters that has none', () => {
    const ville = { id: 'tours', version: 1, nom: 'Ville de Tours', communeCode: '37261' } as Organisation;
    const tours = [{ code: '37261', nom: 'Tours' }];
    const qpv = [
      { code: 'QN03705M', libelle: 'Sanitas', libelleEditorial: null, communes: tours },
      { code: 'QN03706M', libelle: 'Les Fontaines', libelleEditorial: null, communes: tours },
      { code: 'QN03709M', libelle: 'Rabière', libelleEditorial: null, communes: [{ code: '37122', nom: 'Joué' }] },
    ] as Qpv[];
    const prises = [DECLINAISON, { ...DECLINAISON, id: 'd2', qpvCode: 'QN03705M' }];
    expect(villesOuvertes([ville], qpv, prises)).toEqual([
      { id: 'tours', nom: 'Ville de Tours', places: [{ qpvCode: 'QN03706M', nom: 'Les Fontaines' }] },
    ]);
  });

  it('asks why when the weather worsens, before sending anything', async () => {
    const vue = await ouvrir('declinaisons', { declinaisons: [DECLINAISON] });
    bouton(vue, 'la déclinaison de Ville de Tours').click();
    await repos();
    vue.querySelectorAll<HTMLInputElement>('input[type=radio]')[3]?.click();
    vue.querySelector('form')?.dispatchEvent(new Event('submit'));
    await repos();
    expect(vue.textContent).toContain('Expliquez en une phrase pourquoi la météo se dégrade.');
    api.expectNone('/api/v1/declinaisons/d1');

    const explication = vue.querySelector('textarea');
    if (explication) explication.value = 'Le local a fermé.';
    explication?.dispatchEvent(new Event('input'));
    vue.querySelector('form')?.dispatchEvent(new Event('submit'));
    const { request } = api.expectOne('/api/v1/declinaisons/d1');
    expect(request.headers.get('If-Match')).toBe('"5"');
    expect(request.body).toMatchObject({ meteo: 'orage', meteoExplication: 'Le local a fermé.' });
  });

  it('lets a ville write its own only', async () => {
    const autre = { ...DECLINAISON, id: 'd2', organisation: { id: 'riche', nom: 'Ville de La Riche' } };
    const droits = { ...fiche().droits, declinaisons: ['tours'] };
    const vue = await ouvrir('declinaisons', { declinaisons: [DECLINAISON, autre], droits });
    const [sienne, leur] = [...vue.querySelectorAll('pl-bloc-declinaison')];
    expect(sienne?.textContent).toContain('Modifier');
    expect(leur?.textContent).not.toContain('Modifier');
  });
});
