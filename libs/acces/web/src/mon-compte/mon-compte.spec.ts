import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { provideRouter } from '@angular/router';
import {
  type Connexion,
  type DelegationsPersonne,
  type MonCompte,
  permissionsDe,
  type SessionListee,
} from '@pleniere/acces/domain';
import { Confirmation } from '@pleniere/shared/ui';
import { problemeInterceptor } from '@pleniere/shared/web';
import { SessionStore } from '../session/session-store';
import { MonComptePage } from './mon-compte-page';

const COMPTE: MonCompte = {
  email: 'samira@ville.fr',
  motDePasse: true,
  fournisseurLie: false,
  secondFacteur: { actifLe: null, codesRestants: 0 },
};
const ACTIF = { ...COMPTE, secondFacteur: { actifLe: '2026-03-02T10:00:00Z', codesRestants: 2 } };
const SESSIONS: SessionListee[] = [
  {
    id: 's1',
    appareil: 'Firefox sur Windows',
    depuis: '2026-03-02T08:00:00Z',
    vueLe: '2026-03-02T09:00:00Z',
    courante: true,
  },
  {
    id: 's2',
    appareil: 'Safari sur iPhone',
    depuis: '2026-03-01T08:00:00Z',
    vueLe: '2026-03-01T09:00:00Z',
    courante: false,
  },
];
const CONNEXIONS: Connexion[] = [
  {
    id: '2',
    quand: '2026-03-02T08:00:00Z',
    resultat: 'reussie',
    moyen: 'mot-de-passe',
    appareil: 'Firefox sur Windows',
    reseau: '203.0.113.0/24',
  },
  {
    id: '1',
    quand: '2026-03-01T08:00:00Z',
    resultat: 'mot-de-passe-refuse',
    moyen: 'mot-de-passe',
    appareil: 'Safari sur iPhone',
    reseau: '',
  },
];

const DELEGATIONS: DelegationsPersonne = {
  donnees: [
    {
      id: 'd1',
      version: 1,
      personne: { id: 'p1', nom: 'Samira Belkacem' },
      delegue: { id: 'p2', nom: 'Nadia Petit' },
      du: '2026-03-02',
      au: '2999-03-06',
    },
  ],
  recues: [],
  collegues: [{ id: 'p2', nom: 'Nadia Petit', fonction: 'Chargée de mission' }],
};

let api: HttpTestingController;
let page: ComponentFixture<MonComptePage>;
let element: HTMLElement;

/** The answer, then the promises of the page; what it reads again is not answered yet. */
const apresLaReponse = async () => {
  await new Promise((suite) => setTimeout(suite));
  TestBed.tick();
};
const laSuite = async () => {
  await apresLaReponse();
  await page.whenStable();
};

async function ouvrir(compte: MonCompte = COMPTE): Promise<void> {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([problemeInterceptor])),
      provideHttpClientTesting(),
      provideRouter([]),
      { provide: Confirmation, useValue: { demander: () => Promise.resolve(true) } },
    ],
  });
  api = TestBed.inject(HttpTestingController);
  const chargement = TestBed.inject(SessionStore).charger();
  api.expectOne('/api/v1/session').flush({
    personne: { id: 'p1', nom: 'Samira Belkacem', fonction: 'Référente' },
    role: 'referent',
    organisation: { id: 'o1', nom: 'Ville de Tours' },
    contrat: { id: 'c1' },
    permissions: permissionsDe('referent'),
  });
  await chargement;
  page = TestBed.createComponent(MonComptePage);
  element = page.nativeElement;
  page.detectChanges();
  repondre('/api/v1/compte', compte);
  await page.whenStable();
}

/** Answers what the page reads when it opens, or reads again. */
function repondre(adresse: string, reponse: object): void {
  api.expectOne({ method: 'GET', url: adresse }).flush(reponse);
  for (const [autre, donnees] of [
    ['/api/v1/compte/sessions', SESSIONS],
    ['/api/v1/compte/connexions', CONNEXIONS],
    ['/api/v1/compte/delegations', DELEGATIONS],
  ] as const) {
    for (const requete of api.match({ method: 'GET', url: autre })) requete.flush(structuredClone(donnees));
  }
}

async function cliquer(text: string | RegExp): Promise<void> {
  await (await TestbedHarnessEnvironment.loader(page).getHarness(MatButtonHarness.with({ text }))).click();
}

async function saisir(...textes: string[]): Promise<void> {
  const champs = await TestbedHarnessEnvironment.loader(page).getAllHarnesses(MatInputHarness);
  for (const [rang, texte] of textes.entries()) await champs[rang]?.setValue(texte);
}

afterEach(() => api.verify());

describe('my account', () => {
  it('says who one is and how one enters', async () => {
    await ouvrir();
    expect(element.querySelector('dl')?.textContent).toContain('Ville de Tours');
    expect(element.querySelector('dl')?.textContent).toContain('samira@ville.fr');
  });

  it('leads to where one’s accounts of several contrats are joined', async () => {
    await ouvrir();
    expect(element.querySelector('a[href="/recherche"]')?.textContent).toContain('Relier mes contrats');
  });

  it('tells the sessions apart in words and closes one', async () => {
    await ouvrir();
    const lignes = [...element.querySelectorAll('pl-mes-sessions li')].map((ligne) => ligne.textContent ?? '');
    expect(lignes[0]).toContain('Cette session');
    expect(lignes[1]).toContain('Safari sur iPhone');
    element.querySelector<HTMLButtonElement>('[aria-label="Fermer la session Safari sur iPhone"]')?.click();
    await page.whenStable();
    await saisir('mon mot de passe');
    await cliquer('Fermer cette session');
    const fermeture = api.expectOne({ method: 'POST', url: '/api/v1/compte/sessions/s2/fermeture' });
    expect(fermeture.request.body).toEqual({ motDePasse: 'mon mot de passe' });
    fermeture.flush(null);
    await apresLaReponse();
    repondre('/api/v1/compte', COMPTE);
    await laSuite();
  });

  it('tells the log-ins in words', async () => {
    await ouvrir();
    const journal = element.querySelector('pl-journal-connexions')?.textContent ?? '';
    expect(journal).toContain('Connexion réussie');
    expect(journal).toContain('Mot de passe refusé');
    expect(journal).toContain('203.0.113.0/24');
  });

  it('changes the password, refuses a weak one first', async () => {
    await ouvrir();
    await cliquer('Changer le mot de passe');
    await saisir('ancien', 'faible', 'faible');
    await cliquer('Changer le mot de passe');
    api.expectNone('/api/v1/session/mot-de-passe');
    await saisir('ancien', 'Les-berges-du-Cher-2026', 'Les-berges-du-Cher-2026');
    await cliquer('Changer le mot de passe');
    const requete = api.expectOne({ method: 'PUT', url: '/api/v1/session/mot-de-passe' });
    expect(requete.request.body).toEqual({ ancien: 'ancien', nouveau: 'Les-berges-du-Cher-2026' });
    requete.flush(null, { status: 204, statusText: '' });
    await apresLaReponse();
    repondre('/api/v1/compte', COMPTE);
    await laSuite();
    expect(element.querySelector('pl-changer-mot-de-passe')).toBeNull();
  });
});

describe('delegation', () => {
  it('says who acts in one’s place and until when', async () => {
    await ouvrir();
    const ligne = element.querySelector('pl-delegations li')?.textContent ?? '';
    expect(ligne).toContain('Nadia Petit');
    expect(ligne).toContain('du 2 mars 2026 au 6 mars 2999');
    expect(ligne).toContain('En cours');
  });

  it('is ended from the version that was read', async () => {
    await ouvrir();
    element.querySelector<HTMLButtonElement>('[aria-label="Mettre fin à la délégation à Nadia Petit"]')?.click();
    await apresLaReponse();
    const requete = api.expectOne({ method: 'DELETE', url: '/api/v1/compte/delegations/d1' });
    expect(requete.request.headers.get('If-Match')).toBe('"1"');
    requete.flush(null, { status: 204, statusText: '' });
    await apresLaReponse();
    api.expectOne('/api/v1/compte/delegations').flush({ ...DELEGATIONS, donnees: [] });
    await laSuite();
    expect(element.querySelector('pl-delegations li')).toBeNull();
  });
});

describe('second factor', () => {
  it('is set up in three steps: the password, the first code, the recovery codes', async () => {
    await ouvrir();
    await cliquer('Installer un second facteur');
    await saisir('mon mot de passe');
    await cliquer('Continuer');
    const propose = api.expectOne({ method: 'POST', url: '/api/v1/compte/second-facteur' });
    expect(propose.request.body).toEqual({ motDePasse: 'mon mot de passe' });
    propose.flush({ secret: 'JBSWY3DPEHPK3PXP', adresse: 'otpauth://totp/x', image: 'data:image/svg+xml;base64,AA' });
    await laSuite();
    expect(element.querySelector('img')?.getAttribute('alt')).toBe('Code QR du second facteur');
    expect(element.querySelector('pl-second-facteur code')?.textContent).toBe('JBSW Y3DP EHPK 3PXP');

    await saisir('000000');
    await cliquer('Activer');
    api.expectOne({ method: 'PUT', url: '/api/v1/compte/second-facteur' }).flush(
      {
        type: 'x',
        status: 422,
        title: 'La saisie est refusée.',
        errors: [{ pointer: '/code', detail: 'Pas ce code.' }],
      },
      { status: 422, statusText: '' },
    );
    await laSuite();
    expect(element.querySelector('[role=alert]')?.textContent).toContain('Pas ce code.');

    await saisir('123456');
    await cliquer('Activer');
    api.expectOne({ method: 'PUT', url: '/api/v1/compte/second-facteur' }).flush(['abcd-efgh-jkmn-pqrs']);
    await laSuite();
    expect(element.querySelector('pl-codes-secours')?.textContent).toContain('abcd-efgh-jkmn-pqrs');
    [...element.querySelectorAll('button')].find(({ textContent }) => textContent?.includes('rangés'))?.click();
    await apresLaReponse();
    repondre('/api/v1/compte', ACTIF);
    await laSuite();
    expect(element.querySelector('pl-second-facteur')?.textContent).toContain('2\u00A0codes de secours restants');
  });

  it('is removed with the password, whose refusal is shown', async () => {
    await ouvrir(ACTIF);
    await cliquer('Retirer le second facteur');
    await saisir('faux', '123456');
    await cliquer('Retirer le second facteur');
    const retrait = { method: 'POST', url: '/api/v1/compte/second-facteur/retrait' };
    api.expectOne(retrait).flush(
      {
        type: 'x',
        status: 422,
        title: 'Rien n’a changé.',
        errors: [{ pointer: '/motDePasse', detail: 'Ce n’est pas votre mot de passe.' }],
      },
      { status: 422, statusText: '' },
    );
    await laSuite();
    expect(element.querySelector('[role=alert]')?.textContent).toContain('Ce n’est pas votre mot de passe.');
    await cliquer('Retirer le second facteur');
    api.expectOne(retrait).flush(null, { status: 204, statusText: '' });
    await apresLaReponse();
    repondre('/api/v1/compte', COMPTE);
    await laSuite();
    expect(element.textContent).toContain('Installer un second facteur');
  });

  it('is the provider’s business for an account without password', async () => {
    await ouvrir({ ...COMPTE, motDePasse: false, fournisseurLie: true });
    expect(element.querySelector('pl-second-facteur')?.textContent).toContain('fournisseur d’identité');
    expect(element.querySelector('pl-second-facteur button')).toBeNull();
  });
});
