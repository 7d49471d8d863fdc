import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { permissionsDe } from '@pleniere/acces/domain';
import { SessionStore } from '@pleniere/acces/web';
import type { ApercuReferentiel, ImportReferentiel } from '@pleniere/contrat/domain';
import { Confirmation } from '@pleniere/shared/ui';
import { problemeInterceptor } from '@pleniere/shared/web';
import { ImportDuReferentiel } from './import-referentiel';

const IMPORTS = '/api/v1/contrats/c1/imports-referentiel';
const APERCU: ApercuReferentiel = {
  id: 'r1',
  version: 1,
  fichier: 'populations.csv',
  genre: 'populations',
  statut: 'ouvert',
  creeLe: '2026-11-22T10:00:00Z',
  creePar: 'Camille Perrin',
  appliqueLe: null,
  annuleLe: null,
  ecrites: 0,
  retablies: 0,
  colonnes: [
    { titre: 'code_qpv', role: 'code_qpv', exemples: ['QN03709M'] },
    { titre: 'total', role: 'population', exemples: ['8012'] },
  ],
  millesime: null,
  source: '',
  manques: ['Indiquez l’année de ces populations.', 'Indiquez la source de ces populations.'],
  resume: { nouvelle: 0, changee: 0, identique: 0, refusee: 0 },
  horsContrat: 0,
  lignes: [],
  total: 0,
  page: 1,
  pages: 1,
  empreinte: 'e',
};
const LU: ApercuReferentiel = {
  ...APERCU,
  version: 2,
  millesime: 2021,
  source: 'INSEE',
  manques: [],
  resume: { nouvelle: 1, changee: 0, identique: 0, refusee: 1 },
  horsContrat: 1570,
  lignes: [
    { ligne: 3, code: 'QN037', sort: 'refusee', avant: '', apres: '', motif: 'Un code s’écrit comme QN03709M.' },
    { ligne: 2, code: 'QN03709M', sort: 'nouvelle', avant: '', apres: '8 012 habitants en 2021 (INSEE)', motif: null },
  ],
};

let api: HttpTestingController;
let ecran: ComponentFixture<ImportDuReferentiel>;

async function laisserVenir(): Promise<void> {
  for (let tour = 0; tour < 3; tour++) {
    await new Promise((suite) => setTimeout(suite));
    ecran.detectChanges();
  }
}

const element = () => ecran.nativeElement as HTMLElement;
const texte = () => element().textContent;

async function repondreListe(imports: ImportReferentiel[]): Promise<void> {
  api.expectOne({ method: 'GET', url: IMPORTS }).flush(imports);
  await laisserVenir();
}

async function cliquer(libelle: RegExp): Promise<void> {
  const bouton = [...element().querySelectorAll('button')].find(({ textContent }) => libelle.test(textContent));
  bouton?.click();
  await laisserVenir();
}

async function deposer(apercu: ApercuReferentiel): Promise<void> {
  const champ = element().querySelector<HTMLInputElement>('input[type=file]');
  const fichier = new File(['code_qpv;total'], apercu.fichier);
  Object.defineProperty(champ, 'files', { value: [fichier] });
  champ?.dispatchEvent(new Event('change'));
  const envoi = api.expectOne({ method: 'POST', url: IMPORTS });
  expect((envoi.request.body as FormData).get('fichier')).toMatchObject({ name: apercu.fichier });
  envoi.flush(apercu);
  await laisserVenir();
  await repondreListe([apercu]);
}

async function ecrireDans(selecteur: string, valeur: string): Promise<void> {
  const champ = element().querySelector<HTMLInputElement>(selecteur);
  if (champ) champ.value = valeur;
  champ?.dispatchEvent(new Event('change'));
  await laisserVenir();
}

beforeEach(async () => {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([problemeInterceptor])),
      provideHttpClientTesting(),
      provideRouter([]),
    ],
  });
  api = TestBed.inject(HttpTestingController);
  const session = TestBed.inject(SessionStore).charger();
  const permissions = permissionsDe('equipe');
  api.expectOne('/api/v1/session').flush({ contrat: { id: 'c1' }, role: 'equipe', permissions });
  await session;
  ecran = TestBed.createComponent(ImportDuReferentiel);
  await laisserVenir();
});

describe('import of a reference file', () => {
  it('asks for the year and the source of populations, shows every line, then writes what it showed', async () => {
    await repondreListe([]);
    await deposer(APERCU);
    expect(texte()).toContain('Indiquez la source de ces populations.');
    expect([...element().querySelectorAll('select')].map(({ value }) => value)).toEqual(['code_qpv', 'population']);
    await ecrireDans('input[type=number]', '2021');
    await ecrireDans('.origine input:not([type=number])', 'INSEE');
    await cliquer(/Relire/);
    const choix = api.expectOne({ method: 'PUT', url: '/api/v1/imports-referentiel/r1/colonnes' });
    expect(choix.request.headers.get('If-Match')).toBe('"1"');
    expect(choix.request.body).toEqual({ roles: ['code_qpv', 'population'], millesime: 2021, source: 'INSEE' });
    choix.flush(LU);
    await laisserVenir();
    await repondreListe([LU]);
    expect(texte()).toMatch(/1\snouvelle, 1\srefusée, 1\s570\slignes hors du contrat/);
    expect(texte()).toContain('Un code s’écrit comme QN03709M.');

    const changement = jest.fn();
    ecran.componentInstance.changement.subscribe(changement);
    await cliquer(/Appliquer 1\sligne valide/);
    const application = api.expectOne({ method: 'POST', url: '/api/v1/imports-referentiel/r1/application' });
    expect(application.request.body).toEqual({ empreinte: 'e' });
    application.flush({ ...LU, statut: 'applique', ecrites: 1 });
    await laisserVenir();
    expect(changement).toHaveBeenCalledTimes(1);
  });

  it('takes a file dropped on the page, then shows it page by page and sort by sort', async () => {
    await repondreListe([]);
    const lacher = new Event('drop', { cancelable: true });
    const files = [new File(['code_qpv;total'], 'liste.xlsx')];
    document.dispatchEvent(Object.assign(lacher, { dataTransfer: { files, types: ['Files'] } }));
    const page = { ...LU, statut: 'ouvert' as const, total: 250, page: 1, pages: 3 };
    api.expectOne({ method: 'POST', url: IMPORTS }).flush(page);
    await laisserVenir();
    await repondreListe([page]);
    expect(texte()).toContain('Page 1 sur 3');
    await cliquer(/Suivantes/);
    api.expectOne('/api/v1/imports-referentiel/r1?page=2').flush({ ...page, page: 2 });
    await laisserVenir();
    await repondreListe([page]);
    await cliquer(/1\srefusée/);
    const refusees = { ...page, total: 1, pages: 1, lignes: LU.lignes.slice(0, 1) };
    api.expectOne('/api/v1/imports-referentiel/r1?page=1&sort=refusee').flush(refusees);
    await laisserVenir();
    expect(element().querySelectorAll('tbody tr')).toHaveLength(1);
  });

  it('undoes an import once confirmed, and says what was left', async () => {
    jest.spyOn(TestBed.inject(Confirmation), 'demander').mockResolvedValue(true);
    await repondreListe([{ ...APERCU, statut: 'applique', ecrites: 2 }]);
    await cliquer(/Annuler cet import/);
    api
      .expectOne({ method: 'POST', url: '/api/v1/imports-referentiel/r1/annulation' })
      .flush({ retablies: 1, conservees: [{ code: 'QN03705M', motif: 'Modifié depuis.' }] });
    await laisserVenir();
    expect(texte()).toMatch(/1\sélément rétabli/);
    expect(texte()).toMatch(/QN03705M n’a pas changé\s: Modifié depuis\./);
  });

  it('says why a file is refused', async () => {
    await repondreListe([]);
    const champ = element().querySelector<HTMLInputElement>('input[type=file]');
    Object.defineProperty(champ, 'files', { value: [new File([''], 'vide.csv')] });
    champ?.dispatchEvent(new Event('change'));
    const refus = { type: '/problemes/regle-refusee', status: 422, title: 'La saisie est refusée.' };
    api
      .expectOne({ method: 'POST', url: IMPORTS })
      .flush({ ...refus, detail: 'Ce fichier ne contient aucune ligne.' }, { status: 422, statusText: 'refused' });
    await laisserVenir();
    expect(texte()).toContain('Ce fichier ne contient aucune ligne.');
  });
});
