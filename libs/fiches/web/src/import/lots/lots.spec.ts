import { HttpEventType } from '@angular/common/http';
import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { SessionStore } from '@pleniere/acces/web';
import { Confirmation } from '@pleniere/shared/ui';
import { HTTP, SESSION } from '../../essais/exemples';
import { fichierImporte, lotImport, repos } from '../exemples';
import { ImportsFichesPage } from './imports-page';
import { LotPage } from './lot-page';
import { trierDepot } from './tri-depot';

const LOTS = '/api/v1/contrats/contrat/imports-fiches';
const LOT = '/api/v1/imports-fiches/lot';

let api: HttpTestingController;
let harness: RouterTestingHarness;

beforeEach(async () => {
  TestBed.configureTestingModule({
    providers: [
      ...HTTP,
      provideRouter(
        [
          { path: 'fiches/import', component: ImportsFichesPage },
          { path: 'fiches/import/:lot', component: LotPage },
        ],
        withComponentInputBinding(),
      ),
      { provide: Confirmation, useValue: { demander: () => Promise.resolve(true) } },
    ],
  });
  api = TestBed.inject(HttpTestingController);
  const ouverte = TestBed.inject(SessionStore).ouvrir({ email: '', motDePasse: '' });
  api.expectOne('/api/v1/session').flush({ ...SESSION, permissions: ['fiches.creer'] });
  await ouverte;
  harness = await RouterTestingHarness.create();
});

afterEach(() => api.verify());

async function ouvrir(adresse: string, lue: string, reponse: object): Promise<HTMLElement> {
  await harness.navigateByUrl(adresse);
  api.expectOne(lue).flush(reponse);
  await harness.fixture.whenStable();
  return harness.routeNativeElement as HTMLElement;
}

function fichier(nom: string, octets = 10): File {
  const donne = new File(['.'], nom);
  Object.defineProperty(donne, 'size', { value: octets });
  return donne;
}

/** Chooses files as the button does. */
function choisir(vue: HTMLElement, fichiers: File[]): void {
  const champ = vue.querySelector<HTMLInputElement>('input[type=file]');
  Object.defineProperty(champ, 'files', { value: fichiers, configurable: true });
  champ?.dispatchEvent(new Event('change'));
}

describe('choice of files', () => {
  it('keeps what can be read and says why the rest stays', () => {
    const { aEnvoyer, refus } = trierDepot([
      fichier('fiche.DOCX'),
      fichier('fiches.zip', 20_000_000),
      fichier('photo.png'),
      fichier('ancienne.doc'),
      fichier('vide.pdf', 0),
      fichier('lourde.pdf', 11_000_000),
    ]);
    expect(aEnvoyer.map(({ name }) => name)).toEqual(['fiche.DOCX', 'fiches.zip']);
    expect(refus.map(({ nom }) => nom)).toEqual(['photo.png', 'ancienne.doc', 'vide.pdf', 'lourde.pdf']);
    expect(refus[1]?.motif).toContain('.docx');
    expect(refus[3]?.motif).toContain('10,5\u00A0Mo');
  });

  it('refuses more than three hundred files at once', () => {
    const { aEnvoyer, refus } = trierDepot(Array.from({ length: 301 }, (_, rang) => fichier(`${rang}.txt`)));
    expect(aEnvoyer).toHaveLength(0);
    expect(refus[0]?.nom).toBe('301\u00A0fichiers');
  });
});

describe('page of the imports', () => {
  it('sends the files together, shows how far they are, and opens the lot', async () => {
    const vue = await ouvrir('/fiches/import', LOTS, []);
    expect(vue.textContent).toContain('Aucun import pour l’instant');
    choisir(vue, [fichier('une.docx'), fichier('deux.pdf')]);
    const envoi = api.expectOne({ method: 'POST', url: LOTS });
    expect((envoi.request.body as FormData).getAll('fichiers')).toHaveLength(2);
    envoi.event({ type: HttpEventType.UploadProgress, loaded: 40, total: 100 });
    await repos();
    expect(vue.textContent).toContain('Envoi de 2\u00A0fichiers');
    envoi.flush(lotImport([fichierImporte({ statut: 'en-cours', format: null })]));
    await repos();
    expect(TestBed.inject(Router).url).toBe('/fiches/import/lot');
    api.expectOne(LOT).flush(lotImport([fichierImporte()]));
  });

  it('keeps the page when the API refuses, with its reason', async () => {
    const vue = await ouvrir('/fiches/import', LOTS, []);
    choisir(vue, [fichier('une.docx')]);
    api
      .expectOne({ method: 'POST', url: LOTS })
      .flush({ type: 'about:blank', status: 413, title: 'C’est trop lourd.' }, { status: 413, statusText: '' });
    await repos();
    expect(vue.querySelector('[role=alert]')?.textContent).toContain('C’est trop lourd.');
    expect(vue.textContent).toContain('Choisir des fichiers');
  });
});

describe('page of a lot', () => {
  it('says of each file what was recognised, what is left to place, and why one is refused', async () => {
    const vue = await ouvrir(
      '/fiches/import/lot',
      LOT,
      lotImport([
        fichierImporte({ caracteres: 3412, nonPlaces: 14 }),
        fichierImporte({
          id: 'f2',
          nom: 'scan.pdf',
          statut: 'refusee',
          format: null,
          message: 'Ce PDF n’a pas de texte.',
        }),
      ]),
    );
    expect(vue.textContent).toContain('T\u00A01.7');
    expect(vue.textContent).toContain(
      '3\u202F412\u00A0caractères = 3\u202F398\u00A0placés ou reconnus + 14\u00A0non placés',
    );
    expect(vue.textContent).toContain('Ce PDF n’a pas de texte.');
    expect(vue.textContent).toContain('2\u00A0fichiers\u00A0: 1\u00A0à relire, 1\u00A0refusé');
    expect([...vue.querySelectorAll('.nom')].map(({ tagName }) => tagName)).toEqual(['A', 'P']);
  });

  it('offers the next file to review', async () => {
    const vue = await ouvrir(
      '/fiches/import/lot',
      LOT,
      lotImport([fichierImporte({ id: 'f1', statut: 'importee' }), fichierImporte({ id: 'f2', nom: 'suite.odt' })]),
    );
    const suivant = vue.querySelector<HTMLAnchorElement>('a.plein');
    expect(suivant?.textContent).toContain('Relire suite.odt');
    expect(suivant?.getAttribute('href')).toBe('/fiches/import/lot/f2');
  });

  it('cancels the whole import and names what could not be undone', async () => {
    const faite = fichierImporte({ statut: 'importee', ficheId: 'f1' });
    const vue = await ouvrir('/fiches/import/lot', LOT, lotImport([faite]));
    [...vue.querySelectorAll('button')].find((bouton) => bouton.textContent?.includes('Annuler tout'))?.click();
    await repos();
    api.expectOne({ method: 'POST', url: `${LOT}/annulation` }).flush({
      lot: lotImport([{ ...faite, statut: 'annulee' }], { annuleLe: '2026-11-22T11:00:00Z' }),
      retablies: 2,
      laissees: [{ fichierId: 'fichier', nom: 'fiche-T1.7.docx', raison: 'La fiche a été travaillée depuis.' }],
    });
    await repos();
    expect(vue.textContent).toContain('2\u00A0fiches remises comme avant');
    expect(vue.textContent).toContain('La fiche a été travaillée depuis.');
    expect(vue.textContent).not.toContain('Annuler tout l’import');
  });
});
