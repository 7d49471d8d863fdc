import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import type { Type } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatDialogHarness } from '@angular/material/dialog/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { provideRouter } from '@angular/router';
import { permissionsDe, type Role } from '@pleniere/acces/domain';
import { SessionStore } from '@pleniere/acces/web';
import type { Organisation, Personne } from '@pleniere/acteurs/domain';
import { Confirmation } from '@pleniere/shared/ui';
import { problemeInterceptor } from '@pleniere/shared/web';
import { OrganisationsPage } from './organisations/organisations-page';
import { direPeriode, estEnCours } from './personnes/periode';
import { PersonnesPage } from './personnes/personnes-page';

const VILLE: Organisation = {
  id: 'o1',
  version: 2,
  nom: 'Ville de Tours',
  nomCourt: 'Tours',
  categorie: 'ville',
  siret: null,
  communeCode: '37261',
  signataire: true,
};
const CAF: Organisation = { ...VILLE, id: 'o2', nom: 'CAF Touraine', categorie: 'caf', communeCode: null };

const NORA: Personne = {
  id: 'p1',
  version: 1,
  nom: 'Nora Petit',
  fonction: 'Référente',
  email: 'nora@ville.fr',
  compte: 'aucun',
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
const ANCIEN: Personne = {
  ...NORA,
  id: 'p2',
  nom: 'Luc Aubertin',
  email: null,
  mandats: NORA.mandats.map((mandat) => ({ ...mandat, id: 'm2', au: '2025-12-31' })),
};

let api: HttpTestingController;

function preparer(role: Role): void {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([problemeInterceptor])),
      provideHttpClientTesting(),
      provideRouter([]),
      { provide: Confirmation, useValue: { demander: () => Promise.resolve(true) } },
    ],
  });
  api = TestBed.inject(HttpTestingController);
  void TestBed.inject(SessionStore).charger();
  api.expectOne('/api/v1/session').flush({ contrat: { id: 'c1' }, role, permissions: permissionsDe(role) });
}

async function afficher<T>(page: Type<T>, role: Role): Promise<ComponentFixture<T>> {
  preparer(role);
  await Promise.resolve();
  const ecran = TestBed.createComponent(page);
  ecran.detectChanges();
  const repondre = (quoi: string, corps: object[]) =>
    api.match(`/api/v1/contrats/c1/${quoi}`).forEach((r) => r.flush(corps));
  repondre('organisations', [VILLE, CAF]);
  repondre('communes', [{ code: '37261', nom: 'Tours' }]);
  repondre('personnes', [ANCIEN, NORA]);
  await laisserVenir(ecran);
  return ecran;
}

/** Lets what has been answered come to the screen, while another request may be under way. */
async function laisserVenir(ecran: ComponentFixture<unknown>): Promise<void> {
  for (let tour = 0; tour < 3; tour++) {
    await new Promise((suite) => setTimeout(suite));
    ecran.detectChanges();
  }
}

const texte = (ecran: ComponentFixture<unknown>) => (ecran.nativeElement as HTMLElement).textContent;
const cliquer = (ecran: ComponentFixture<unknown>, nom: string) =>
  (ecran.nativeElement as HTMLElement).querySelector<HTMLButtonElement>(`[aria-label="${nom}"]`)?.click();

describe('organisations', () => {
  it('are read by category, with their commune', async () => {
    const ecran = await afficher(OrganisationsPage, 'lecteur');
    const titres = [...(ecran.nativeElement as HTMLElement).querySelectorAll('h2')].map((titre) => titre.textContent);
    expect(titres).toEqual(['Villes', 'CAF']);
    expect(texte(ecran)).toContain('Commune de Tours');
  });

  it('offer nothing to change to a reader', async () => {
    const ecran = await afficher(OrganisationsPage, 'lecteur');
    expect(await TestbedHarnessEnvironment.loader(ecran).getAllHarnesses(MatButtonHarness)).toEqual([]);
    expect((ecran.nativeElement as HTMLElement).querySelector('a[href="/contrat/journal"]')).toBeNull();
  });

  it('say beside the organisation why it cannot be deleted', async () => {
    const ecran = await afficher(OrganisationsPage, 'equipe');
    cliquer(ecran, 'Supprimer CAF Touraine');
    await laisserVenir(ecran);
    const requete = api.expectOne({ method: 'DELETE', url: '/api/v1/organisations/o2' });
    expect(requete.request.headers.get('If-Match')).toBe('"2"');
    const detail = 'Cette organisation est nommée par une fiche.';
    requete.flush({ type: 'x', status: 409, title: 'Impossible.', detail }, { status: 409, statusText: 'Conflict' });
    await laisserVenir(ecran);
    const alerte = (ecran.nativeElement as HTMLElement).querySelector('[role=alert]');
    expect(alerte?.textContent).toContain(detail);
    expect(alerte?.closest('li')?.textContent).toContain('CAF Touraine');
  });
});

describe('people', () => {
  it('are read by role; who has left stands apart, nobody is lost', async () => {
    const ecran = await afficher(PersonnesPage, 'delegue');
    const sections = [...(ecran.nativeElement as HTMLElement).querySelectorAll('section')].map((s) => s.textContent);
    expect(sections[0]).toContain('Nora Petit');
    expect(sections[0]).toContain('depuis le 11 juillet 2024');
    expect(sections[1]).toContain('Sans mandat en cours');
    expect(sections[1]).toContain('du 11 juillet 2024 au 31 décembre 2025');
  });

  it('are invited by a link to copy', async () => {
    const ecran = await afficher(PersonnesPage, 'equipe');
    cliquer(ecran, 'Inviter Nora Petit');
    api
      .expectOne({ method: 'POST', url: '/api/v1/personnes/p1/invitation' })
      .flush({ lien: '/activation/jeton', expire: '2026-11-29T09:00:00Z' });
    await laisserVenir(ecran);
    api.expectOne('/api/v1/contrats/c1/personnes').flush([{ ...NORA, compte: 'invite' }]);
    const dialogue = await TestbedHarnessEnvironment.documentRootLoader(ecran).getHarness(MatDialogHarness);
    expect(await dialogue.getTitleText()).toBe('Lien d’activation de Nora Petit');
    expect(await dialogue.getText()).toContain('29 novembre 2026');
    expect(await (await dialogue.getHarness(MatInputHarness)).getValue()).toBe('http://localhost/activation/jeton');
  });

  it('say why an invitation is refused', async () => {
    const ecran = await afficher(PersonnesPage, 'equipe');
    cliquer(ecran, 'Inviter Luc Aubertin');
    const detail = 'Renseignez d’abord l’adresse électronique de cette personne.';
    api
      .expectOne({ method: 'POST', url: '/api/v1/personnes/p2/invitation' })
      .flush({ type: 'x', status: 422, title: 'Refusé.', detail }, { status: 422, statusText: 'Unprocessable' });
    await laisserVenir(ecran);
    expect((ecran.nativeElement as HTMLElement).querySelector('[role=alert]')?.textContent).toContain(detail);
  });
});

describe('period of a mandat', () => {
  it('holds on its first and last days', () => {
    const mandat = { du: '2024-07-11', au: '2025-12-31' };
    expect(['2024-07-10', '2024-07-11', '2025-12-31', '2026-01-01'].map((jour) => estEnCours(mandat, jour))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('is told according to the day', () => {
    const mandat = { du: '2026-01-05', au: null };
    expect(direPeriode(mandat, '2026-11-22')).toBe('depuis le 5 janvier 2026');
    expect(direPeriode(mandat, '2025-11-22')).toBe('à partir du 5 janvier 2026');
  });
});
