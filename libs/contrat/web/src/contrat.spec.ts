import { type HarnessLoader } from '@angular/cdk/testing';
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
import type { Contrat, Enjeu, Qpv } from '@pleniere/contrat/domain';
import { problemeInterceptor } from '@pleniere/shared/web';
import { CadrePage } from './cadre/cadre-page';
import { EnjeuxPage } from './enjeux/enjeux-page';
import { QuartiersContratPage } from './quartiers/quartiers-contrat-page';

const CONTRAT: Contrat = {
  id: 'c1',
  version: 4,
  titre: 'Contrat de ville de Tours Métropole Val de Loire',
  titreCourt: 'TMVL',
  epciSiren: '243700754',
  anneeDebut: 2024,
  anneeFin: 2030,
  couleur: '#1b3a6b',
  logo: null,
  signeLe: '2024-07-11',
  delaiAvis: 30,
  seuilPublication: 5,
  secondFacteurExige: false,
};
const ENJEU: Enjeu = {
  id: 'e1',
  version: 1,
  type: 'transversal',
  numero: 1,
  intitule: 'Participation citoyenne',
  couleur: '#5b3a9b',
  orientations: [{ id: 'o1', version: 3, enjeuId: 'e1', texte: 'Agir avec les habitants.' }],
};
const SANITAS: Qpv = {
  code: 'QN03709M',
  version: 1,
  libelle: 'Sanitas',
  libelleEditorial: 'Le Sanitas',
  communes: [{ code: '37261', nom: 'Tours' }],
  npnru: true,
  generation: 2024,
  validFrom: '2024-01-01',
  validTo: null,
};

let api: HttpTestingController;
let racine: HarnessLoader;

async function afficher<T>(page: Type<T>, role: Role): Promise<ComponentFixture<T>> {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([problemeInterceptor])),
      provideHttpClientTesting(),
      provideRouter([]),
    ],
  });
  api = TestBed.inject(HttpTestingController);
  const session = TestBed.inject(SessionStore).charger();
  api.expectOne('/api/v1/session').flush({ contrat: { id: 'c1' }, role, permissions: permissionsDe(role) });
  await session;
  const ecran = TestBed.createComponent(page);
  racine = TestbedHarnessEnvironment.documentRootLoader(ecran);
  ecran.detectChanges();
  api.match('/api/v1/contrats/c1').forEach((lecture) => lecture.flush(CONTRAT));
  api.match('/api/v1/contrats/c1/enjeux').forEach((lecture) => lecture.flush([ENJEU]));
  api.match('/api/v1/contrats/c1/qpv').forEach((lecture) => lecture.flush([SANITAS]));
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

/** Waits for what an import on demand or the end of a movement brings. */
async function attendre<T>(chercher: () => T | null | Promise<T | null>): Promise<T> {
  for (let essai = 0; essai < 100; essai++) {
    const trouve = await chercher();
    if (trouve) return trouve;
    await new Promise((suite) => setTimeout(suite, 10));
  }
  throw new Error('Nothing came.');
}

/** The form opened by a click, once it has come to the screen. */
async function ouvrir(ecran: ComponentFixture<unknown>, selecteur: string): Promise<MatDialogHarness> {
  (ecran.nativeElement as HTMLElement).querySelector<HTMLButtonElement>(selecteur)?.click();
  return attendre(() => racine.getHarnessOrNull(MatDialogHarness));
}

async function valider(dialogue: MatDialogHarness, libelle: string): Promise<void> {
  await (await dialogue.getHarness(MatButtonHarness.with({ text: libelle }))).click();
}

describe('frame of the contrat', () => {
  it('is read by everybody, changed by the team alone', async () => {
    const ecran = await afficher(CadrePage, 'lecteur');
    expect(texte(ecran)).toContain('Contrat de ville de Tours Métropole Val de Loire');
    expect(texte(ecran)).toContain('11 juillet 2024');
    expect(await racine.getAllHarnesses(MatButtonHarness)).toEqual([]);
  });

  it('is saved from the version that was read, and the colours of the screen follow', async () => {
    const ecran = await afficher(CadrePage, 'equipe');
    const dialogue = await ouvrir(ecran, 'button');
    const [, titreCourt] = await dialogue.getAllHarnesses(MatInputHarness);
    await titreCourt?.setValue('Tours Métropole');
    await valider(dialogue, 'Enregistrer');
    const requete = api.expectOne({ method: 'PATCH', url: '/api/v1/contrats/c1' });
    expect(requete.request.headers.get('If-Match')).toBe('"4"');
    expect(requete.request.body).toMatchObject({ titreCourt: 'Tours Métropole', logo: null, signeLe: '2024-07-11' });
    requete.flush({ ...CONTRAT, titreCourt: 'Tours Métropole', version: 5 });
    const relue = await attendre(() => api.match('/api/v1/session')[0] ?? null);
    relue.flush({ contrat: { id: 'c1', couleur: '#7a1f5c' }, role: 'equipe', permissions: [] });
    await laisserVenir(ecran);
    expect(TestBed.inject(SessionStore).session()?.contrat.couleur).toBe('#7a1f5c');
  });
});

describe('enjeux and orientations', () => {
  it('are read as a tree with the code that their fiches take', async () => {
    const ecran = await afficher(EnjeuxPage, 'referent');
    expect(texte(ecran)).toContain('T\u00A01');
    expect(texte(ecran)).toContain('Agir avec les habitants.');
    expect(await racine.getAllHarnesses(MatButtonHarness)).toEqual([]);
  });

  it('take a new orientation', async () => {
    const ecran = await afficher(EnjeuxPage, 'equipe');
    const dialogue = await ouvrir(ecran, '[aria-label="Ajouter une orientation à l’Enjeu transversal 1"]');
    expect(await dialogue.getTitleText()).toBe('Ajouter une orientation à l’enjeu transversal 1');
    await (await dialogue.getHarness(MatInputHarness)).setValue('Donner à chacun une raison de prendre part.');
    await valider(dialogue, 'Ajouter');
    const requete = api.expectOne({ method: 'POST', url: '/api/v1/contrats/c1/orientations' });
    expect(requete.request.body).toEqual({ enjeuId: 'e1', texte: 'Donner à chacun une raison de prendre part.' });
  });
});

describe('quartiers of the contrat', () => {
  it('are read under the name that residents use, with the one of the decree', async () => {
    const ecran = await afficher(QuartiersContratPage, 'lecteur');
    expect(texte(ecran)).toContain('Le Sanitas');
    expect(texte(ecran)).toMatch(/Nom du décret\s:\s*Sanitas/);
    expect(texte(ecran)).toContain('Licence Ouverte');
  });

  it('come from the national list; one that is there already is not offered again', async () => {
    const ecran = await afficher(QuartiersContratPage, 'equipe');
    (ecran.nativeElement as HTMLElement).querySelector<HTMLButtonElement>('button[aria-expanded]')?.click();
    await laisserVenir(ecran);
    await (await racine.getHarness(MatInputHarness)).setValue('tours');
    await new Promise((suite) => setTimeout(suite, 300));
    ecran.detectChanges();
    const tours = [{ code: '37261', nom: 'Tours' }];
    api.expectOne('/api/v1/referentiels/qpv?q=tours').flush([
      { code: 'QN03709M', libelle: 'Sanitas', communes: tours },
      { code: 'QN03708M', libelle: 'Europe', communes: tours },
    ]);
    await laisserVenir(ecran);
    expect(texte(ecran)).toContain('Déjà dans le contrat');
    await (await racine.getHarness(MatButtonHarness.with({ selector: '[aria-label="Ajouter Europe"]' }))).click();
    const ajout = api.expectOne({ method: 'POST', url: '/api/v1/contrats/c1/qpv' });
    expect(ajout.request.body).toEqual({ code: 'QN03708M' });
  });
});
