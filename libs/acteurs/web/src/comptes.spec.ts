import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import type { Type } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { provideRouter } from '@angular/router';
import { type ComptePersonne, permissionsDe } from '@pleniere/acces/domain';
import { SessionStore } from '@pleniere/acces/web';
import type { DemandeAcces, Personne } from '@pleniere/acteurs/domain';
import { Confirmation } from '@pleniere/shared/ui';
import { problemeInterceptor } from '@pleniere/shared/web';
import { DemandesPage } from './demandes/demandes-page';
import { PersonnePage } from './personnes/compte/personne-page';

const NORA: Personne = {
  id: 'p1',
  version: 1,
  nom: 'Nora Petit',
  fonction: 'Référente',
  email: 'nora@ville.fr',
  compte: 'actif',
  invitationExpire: null,
  mandats: [
    {
      id: 'm1',
      version: 1,
      personneId: 'p1',
      organisation: { id: 'o1', nom: 'Ville de Tours' },
      role: 'referent',
      du: '2024-07-11',
      au: null,
    },
  ],
};
const COMPTE: ComptePersonne = {
  email: 'nora@ville.fr',
  motDePasse: true,
  fournisseurLie: true,
  secondFacteur: { actifLe: '2026-03-02T10:00:00Z', codesRestants: 8 },
  invitationExpire: null,
  sessions: 2,
  derniereConnexion: '2026-03-02T10:00:00Z',
};
const DEMANDE: DemandeAcces = {
  id: 'd1',
  version: 1,
  nom: 'Dominique Roy',
  email: 'dominique@caf.fr',
  siret: null,
  organisation: 'CAF Touraine',
  message: 'Je remplace M. Petit.',
  creeLe: '2026-03-02T10:00:00Z',
  statut: 'en-attente',
  motif: null,
  traiteePar: null,
  traiteeLe: null,
  personneId: null,
  organisationId: null,
};

let api: HttpTestingController;

async function preparer(): Promise<void> {
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
    personne: { id: 'moi', nom: 'Claire Vasseur', fonction: '' },
    role: 'equipe',
    contrat: { id: 'c1' },
    permissions: permissionsDe('equipe'),
  });
  await chargement;
}

afterEach(() => api.verify());

const absent = { status: 404, statusText: 'Not Found' };
const texte = (ecran: ComponentFixture<unknown>) => (ecran.nativeElement as HTMLElement).textContent ?? '';

async function apresLaReponse(): Promise<void> {
  await new Promise((suite) => setTimeout(suite));
  TestBed.tick();
}

async function cliquer(ecran: ComponentFixture<unknown>, text: string): Promise<void> {
  await (await TestbedHarnessEnvironment.loader(ecran).getHarness(MatButtonHarness.with({ text }))).click();
}

function creer<T>(page: Type<T>, entrees: Record<string, unknown> = {}): ComponentFixture<T> {
  const ecran = TestBed.createComponent(page);
  for (const [nom, valeur] of Object.entries(entrees)) ecran.componentRef.setInput(nom, valeur);
  ecran.detectChanges();
  return ecran;
}

describe('account of a person', () => {
  async function ouvrir(compte: ComptePersonne | null): Promise<ComponentFixture<PersonnePage>> {
    await preparer();
    const ecran = creer(PersonnePage, { id: 'p1' });
    api.expectOne('/api/v1/contrats/c1/personnes').flush([NORA]);
    const lecture = api.expectOne('/api/v1/personnes/p1/compte');
    if (compte) lecture.flush(compte);
    else lecture.flush({ type: 'x', status: 404, title: 'Ce compte est introuvable.' }, absent);
    await apresLaReponse();
    api.expectOne('/api/v1/personnes/p1/connexions').flush([]);
    api.expectOne('/api/v1/personnes/p1/delegations').flush({ donnees: [], recues: [], collegues: [] });
    await ecran.whenStable();
    return ecran;
  }

  it('says in words how it opens and how it stands', async () => {
    const ecran = await ouvrir(COMPTE);
    expect(texte(ecran)).toContain('mot de passe ou fournisseur d’identité');
    expect(texte(ecran)).toContain('actif depuis le 2 mars 2026');
    expect(texte(ecran)).toContain('2\u00A0sessions');
  });

  it.each([
    ['2020-03-02T10:00:00Z', 'expiré le 2 mars 2020'],
    ['2999-03-02T10:00:00Z', 'bon jusqu’au 2 mars 2999'],
  ])('says what an invitation that ends at %s is worth', async (invitationExpire, dit) => {
    const ecran = await ouvrir({ ...COMPTE, motDePasse: false, fournisseurLie: false, invitationExpire });
    expect(texte(ecran)).toContain(dit);
    expect(texte(ecran)).toContain('l’invitation attend');
  });

  it('lets the team reset a lost second factor, once asked', async () => {
    const ecran = await ouvrir(COMPTE);
    await cliquer(ecran, 'Retirer le second facteur');
    await apresLaReponse();
    api.expectOne({ method: 'DELETE', url: '/api/v1/personnes/p1/second-facteur' }).flush(null);
    await apresLaReponse();
    await apresLaReponse();
    api
      .expectOne('/api/v1/personnes/p1/compte')
      .flush({ ...COMPTE, secondFacteur: { actifLe: null, codesRestants: 0 } });
    await ecran.whenStable();
    expect(texte(ecran)).toContain('aucun');
  });

  it('offers to invite whoever has no account', async () => {
    const ecran = await ouvrir(null);
    expect(texte(ecran)).toContain('Pas de compte');
    expect((ecran.nativeElement as HTMLElement).querySelector('[role=alert]')).toBeNull();
    const boutons = await TestbedHarnessEnvironment.loader(ecran).getAllHarnesses(MatButtonHarness);
    expect(await Promise.all(boutons.map((bouton) => bouton.getText()))).toEqual(['Inviter', 'Effacer cette personne']);
  });
});

describe('requests for access', () => {
  async function ouvrir(demandes: DemandeAcces[]): Promise<ComponentFixture<DemandesPage>> {
    await preparer();
    const ecran = creer(DemandesPage);
    api.expectOne('/api/v1/contrats/c1/demandes-acces').flush(demandes);
    api.expectOne('/api/v1/contrats/c1/personnes').flush([NORA]);
    api.expectOne('/api/v1/contrats/c1/organisations').flush([{ id: 'o1', nom: 'Ville de Tours' }]);
    await ecran.whenStable();
    return ecran;
  }

  it('say who asks and why, and who has answered', async () => {
    const declinee = { statut: 'declinee' as const, motif: 'Déjà un accès.', traiteePar: 'Claire Vasseur' };
    const ecran = await ouvrir([DEMANDE, { ...DEMANDE, id: 'd2', ...declinee }]);
    const [attend, traitee] = [...(ecran.nativeElement as HTMLElement).querySelectorAll('article')];
    expect(attend?.textContent).toContain('Je remplace M. Petit.');
    expect(attend?.querySelectorAll('button')).toHaveLength(2);
    expect(traitee?.textContent).toContain('par Claire Vasseur');
    expect(traitee?.textContent).toContain('Déjà un accès.');
    expect(traitee?.querySelectorAll('button')).toHaveLength(0);
  });

  it('say what the page is for when there is none', async () => {
    expect(texte(await ouvrir([]))).toContain('Aucune demande');
  });
});
