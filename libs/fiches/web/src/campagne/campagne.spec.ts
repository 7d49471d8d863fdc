import { HttpTestingController, type TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { SessionStore } from '@pleniere/acces/web';
import type { MatriceCampagne, RelancesCampagne } from '@pleniere/fiches/domain';
import { AVANCEMENT_NUL, type Campagne } from '@pleniere/indicateurs/domain';
import { HTTP, SESSION, suite } from '../essais/exemples';
import { campagneRoutes } from './campagne.routes';

const CAMPAGNE: Campagne = {
  ...{ annee: 2026, version: 3, ouverteLe: '2026-10-12T08:00:00Z', echeance: '2099-12-18', closeLe: null },
  ...{
    consigne: 'Une valeur par quartier.',
    relanceObjet: 'Vos valeurs',
    relanceTexte: 'Bonjour {nom}',
    exceptions: [],
  },
};
const EN_COURS = { ...AVANCEMENT_NUL, attendues: 4, saisies: 2, expliquees: 1, retournees: 1 };
const MATRICE: MatriceCampagne = {
  fiches: [{ id: 'f1', code: 'T1.1', titre: 'Ouvrir des lieux', ...EN_COURS }],
  villes: [
    { id: 'tours', nom: 'Tours', ...EN_COURS },
    { id: 'joue', nom: 'Joué-lès-Tours', ...AVANCEMENT_NUL },
  ],
  croisements: [{ ficheId: 'f1', villeId: 'tours', ...EN_COURS }],
  total: EN_COURS,
};
const RELANCES: RelancesCampagne = { destinataires: [], sansDestinataire: 0, historique: [] };

const lire = (element: Element | null | undefined) => element?.textContent.replace(/\s+/g, ' ').trim();

interface Ouverte {
  vue: HTMLElement;
  harness: RouterTestingHarness;
  attendre: (fin: string) => TestRequest;
  poser: () => Promise<void>;
}

async function ouvrir(campagnes: Campagne[], gerer: boolean): Promise<Ouverte> {
  TestBed.configureTestingModule({
    providers: [...HTTP, provideRouter(campagneRoutes, withComponentInputBinding())],
  });
  const api = TestBed.inject(HttpTestingController);
  const ouverte = TestBed.inject(SessionStore).ouvrir({ email: '', motDePasse: '' });
  const permissions = ['campagnes.lire' as const, ...(gerer ? ['campagnes.gerer' as const] : [])];
  api.expectOne('/api/v1/session').flush({ ...SESSION, permissions });
  await ouverte;
  const harness = await RouterTestingHarness.create('/');
  const vue = harness.fixture.nativeElement as HTMLElement;
  const poser = async () => {
    await suite();
    await harness.fixture.whenStable();
  };
  const attendre = (fin: string) => api.expectOne(({ urlWithParams }) => urlWithParams.endsWith(fin));
  await suite();
  attendre('/campagnes').flush(campagnes);
  await suite();
  await suite();
  if (gerer) attendre('/organisations').flush([]);
  if (campagnes.length > 0) {
    attendre('/2026/matrice').flush(MATRICE);
    if (gerer) attendre('/2026/relances').flush(RELANCES);
  }
  await poser();
  return { vue, harness, attendre, poser };
}

describe('page of the campagne', () => {
  it('says how far each fiche has come in each ville, in words', async () => {
    const { vue } = await ouvrir([CAMPAGNE], false);
    expect([...vue.querySelectorAll('tbody button')].map(lire)).toEqual([
      'T 1.1, Tours, En cours 2 sur 4 dont 1 à corriger',
      'T 1.1, Joué-lès-Tours, Rien d’attendu',
    ]);
    expect(lire(vue.querySelector('.lede'))).toBe('2 réponses sur 4 valeurs attendues, 2 restent à saisir.');
    expect(vue.textContent).toContain('Une valeur par quartier.');
  });

  it('shows what is missing in a place, with its reason and a link to the grid', async () => {
    const { vue, attendre, poser } = await ouvrir([CAMPAGNE], false);
    vue.querySelector<HTMLElement>('tbody button')?.click();
    await suite();
    await suite();
    attendre('/2026/a-faire?fiche=f1&ville=tours').flush([
      {
        indicateurId: 'i1',
        libelle: 'Habitants mobilisés',
        territoire: 'QN03709M',
        lieu: 'Sanitas',
        retour: 'À revoir',
      },
    ]);
    await poser();
    const lien = vue.querySelector<HTMLAnchorElement>('pl-place-campagne a');
    expect([lire(lien), lien?.getAttribute('href')]).toEqual([
      'Sanitas',
      '/indicateurs?fiche=T1.1&territoire=QN03709M',
    ]);
    expect(lire(vue.querySelector('.retour'))).toBe('dont 1 à corriger');
    expect(lire(vue.querySelector('pl-place-campagne .retour'))).toBe('Retournée : À revoir');
  });

  it('goes from place to place with the arrows', async () => {
    const { vue, poser } = await ouvrir([CAMPAGNE], false);
    const [tours, joue] = vue.querySelectorAll<HTMLElement>('tbody button');
    document.body.append(vue);
    tours?.focus();
    tours?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
    await poser();
    expect(document.activeElement).toBe(joue);
    expect([tours?.tabIndex, joue?.tabIndex]).toEqual([-1, 0]);
  });

  it('lets the team alone close, and nobody remind when all is done', async () => {
    const gestes = (vue: HTMLElement) => [...vue.querySelectorAll('.gestes button')].map(lire);
    expect(gestes((await ouvrir([CAMPAGNE], true)).vue)).toEqual(['Échéance et consigne', 'Clore']);
    TestBed.resetTestingModule();
    expect(gestes((await ouvrir([CAMPAGNE], false)).vue)).toEqual([]);
  });

  it('tells who has nothing open what a campagne would change', async () => {
    const { vue } = await ouvrir([], false);
    expect(lire(vue.querySelector('pl-etat-vide'))).toContain('Vous pouvez saisir vos valeurs sans attendre.');
  });
});
