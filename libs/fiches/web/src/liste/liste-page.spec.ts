import { definitionNeuve } from '@pleniere/indicateurs/domain';
import { HttpTestingController, type TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { MonContrat } from '@pleniere/acces/domain';
import { SessionStore } from '@pleniere/acces/web';
import type { IndicateurPrincipal, PageFiches } from '@pleniere/fiches/domain';
import { FACETTES, HTTP, page, resume, SESSION, suite } from '../essais/exemples';
import { ListePage, PAUSE_RECHERCHE } from './liste-page';

const ADRESSE = '/api/v1/contrats/contrat/fiches';

const ICI: MonContrat = {
  contratId: 'contrat',
  titreCourt: 'TMVL',
  couleur: '#1f4788',
  role: 'referent',
  organisation: 'Ville de Tours',
  courant: true,
};

let api: HttpTestingController;
let mesContrats: MonContrat[];
let harness: RouterTestingHarness;

beforeEach(async () => {
  mesContrats = [ICI];
  TestBed.configureTestingModule({
    providers: [...HTTP, provideRouter([{ path: 'fiches', component: ListePage }], withComponentInputBinding())],
  });
  api = TestBed.inject(HttpTestingController);
  const ouverte = TestBed.inject(SessionStore).ouvrir({ email: '', motDePasse: '' });
  api.expectOne('/api/v1/session').flush(SESSION);
  await ouverte;
  harness = await RouterTestingHarness.create();
});

afterEach(() => api.verify());

const VIDE = { qualite: 'definitive', absence: null, couverture: null } as const;
const PRINCIPAL: IndicateurPrincipal = {
  ficheId: resume().id,
  indicateur: {
    ...definitionNeuve(resume().id),
    ...{ id: 'i1', version: 1, ordre: 1, libelle: 'Habitants mobilisés', type: 'resultat', unite: 'participants' },
    ...{ maille: 'contrat', ruptures: [] },
  },
  serie: [
    { annee: 2024, valeur: 80, nombre: 80, ...VIDE },
    { annee: 2025, valeur: 120, nombre: 120, ...VIDE },
  ],
};

/** The request that the list has just made, and its parameters as the API reads them; main indicators and counts are answered aside. */
function demande(): TestRequest {
  for (const contrats of api.match('/api/v1/compte/contrats')) contrats.flush(mesContrats);
  for (const comptes of api.match(({ url }) => url === `${ADRESSE}/facettes`)) comptes.flush(FACETTES);
  for (const lecture of api.match(({ url }) => url.endsWith('/indicateurs-principaux'))) lecture.flush([PRINCIPAL]);
  return api.expectOne((requete) => requete.url === ADRESSE);
}

async function ouvrir(adresse: string, reponse: PageFiches): Promise<HTMLElement> {
  await harness.navigateByUrl(adresse);
  demande().flush(reponse);
  await harness.fixture.whenStable();
  return harness.routeNativeElement as HTMLElement;
}

describe('list of fiches', () => {
  it('groups fiches by enjeu with completeness, weather and count', async () => {
    const vue = await ouvrir('/fiches', page([resume(), resume({ id: 'f2', code: 'T1.10', titre: 'Autre' })]));
    expect(vue.querySelectorAll('section')).toHaveLength(1);
    expect(vue.querySelector('h2')?.textContent).toContain('Participation');
    expect(vue.textContent).toContain('2\u00A0fiches dans le contrat');
    expect(vue.textContent).toContain('24 sur 27\u00A0champs');
    expect(vue.textContent).toContain('T\u00A01.10');
  });

  it('tells what the main indicator of a fiche says, of the fiche that has one alone', async () => {
    const vue = await ouvrir('/fiches', page([resume(), resume({ id: 'f2', code: 'T1.10', titre: 'Autre' })]));
    const dits = [...vue.querySelectorAll('.mesure')].map(({ textContent }) =>
      textContent?.replace(/\s+/g, ' ').trim(),
    );
    expect(dits).toEqual([expect.stringMatching(/Habitants mobilisés ?120 participants en 2025/)]);
    expect(vue.querySelectorAll('polyline')).toHaveLength(1);
  });

  it('asks the API for what the address says', async () => {
    await harness.navigateByUrl('/fiches?q=ecole&statut=brouillon&page=2');
    const { request } = demande();
    expect(request.params.get('q')).toBe('ecole');
    expect(request.params.get('statut')).toBe('brouillon');
    expect(request.params.get('page')).toBe('2');
    expect(request.params.has('ville')).toBe(false);
  });

  it('puts a chosen filter in the address, back on the first page, and takes it away by its chip', async () => {
    const vue = await ouvrir('/fiches?q=ecole&page=2', page([resume()]));
    const ville = [...vue.querySelectorAll('select')][1] as HTMLSelectElement;
    expect([...ville.options].map((option) => option.text.trim())).toContain('Tours (4)');
    ville.value = 'tours';
    ville.dispatchEvent(new Event('change'));
    await suite();
    expect(TestBed.inject(Router).url).toBe('/fiches?q=ecole&ville=tours');
    demande().flush(page([resume()]));
    await harness.fixture.whenStable();

    const puce = [...vue.querySelectorAll('button')].find((bouton) =>
      bouton.textContent?.includes('Ville\u00A0: Tours'),
    );
    puce?.click();
    await suite();
    expect(TestBed.inject(Router).url).toBe('/fiches?q=ecole');
    demande().flush(page([]));
  });

  it('counts the choices of the filters once for all the pages of a list', async () => {
    const vue = await ouvrir('/fiches?q=ecole', { ...page([resume()]), total: 30 });
    await harness.navigateByUrl('/fiches?q=ecole&page=2');
    api.expectNone(({ url }) => url === `${ADRESSE}/facettes`);
    demande().flush({ ...page([resume()]), total: 30, page: 2 });
    await harness.fixture.whenStable();
    expect(vue.querySelector('select:nth-of-type(1)')?.textContent).toContain('Participation (1)');

    await harness.navigateByUrl('/fiches?q=marche');
    const [comptes] = api.match(({ url }) => url === `${ADRESSE}/facettes`);
    expect(comptes?.request.params.get('q')).toBe('marche');
    comptes?.flush({ ...FACETTES, enjeu: [] });
    demande().flush(page([]));
  });

  it('searches while one types, once per pause', async () => {
    const vue = await ouvrir('/fiches', page([resume()]));
    jest.useFakeTimers();
    const champ = vue.querySelector<HTMLInputElement>('input[type=search]');
    for (const mots of ['é', 'éc', 'école ']) {
      if (champ) champ.value = mots;
      champ?.dispatchEvent(new Event('input'));
    }
    await jest.advanceTimersByTimeAsync(PAUSE_RECHERCHE);
    await jest.runAllTimersAsync();
    jest.useRealTimers();
    expect(demande().request.params.get('q')).toBe('école');
  });

  it('leads whoever acts in several contrats to a search in all of them, with the same words', async () => {
    mesContrats = [ICI, { ...ICI, contratId: 'autre', titreCourt: 'Amboise', courant: false }];
    const vue = await ouvrir('/fiches?q=jardin', page([resume()]));
    const lien = vue.querySelector('a.partout');
    expect(lien?.textContent?.trim()).toBe('Chercher dans vos 2 contrats');
    expect(lien?.getAttribute('href')).toBe('/recherche?q=jardin');
  });

  it('says what to do when nothing answers', async () => {
    const vue = await ouvrir('/fiches?q=zzz', page([]));
    expect(vue.textContent).toContain('Aucune fiche ne correspond');
    expect(vue.textContent).toContain('Voir toutes les fiches');
  });

  it('shows a failure and keeps the filters', async () => {
    await harness.navigateByUrl('/fiches?q=ecole');
    demande().flush({ type: 'about:blank', status: 503, title: 'Base indisponible.' }, { status: 503, statusText: '' });
    await harness.fixture.whenStable();
    expect(harness.routeNativeElement?.textContent).toContain('Base indisponible.');
    expect(harness.routeNativeElement?.querySelector<HTMLInputElement>('input')?.value).toBe('ecole');
  });

  it('goes from one fiche to the next with the arrows', async () => {
    const vue = await ouvrir('/fiches', page([resume(), resume({ id: 'f2', code: 'T1.2' })]));
    document.body.append(vue);
    const liens = [...vue.querySelectorAll<HTMLElement>('pl-ligne-fiche a')];
    liens[0]?.focus();
    liens[0]?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
    expect(document.activeElement).toBe(liens[1]);
  });

  it('offers a new fiche to whoever may create one, and to nobody else', async () => {
    const vue = await ouvrir('/fiches', page([resume()]));
    expect(vue.textContent).not.toContain('Nouvelle fiche');
  });
});
