import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { SessionStore } from '@pleniere/acces/web';
import type { FichierARelire } from '@pleniere/fiches/domain';
import { Annonce } from '@pleniere/shared/ui';
import { HTTP, SESSION } from '../../essais/exemples';
import { fichierARelire, fichierImporte, lotImport, repos } from '../exemples';
import { FichierPage } from './fichier-page';

const LOT = '/api/v1/imports-fiches/lot';
const FICHIER = `${LOT}/fichiers/fichier`;
const CONTRAT = '/api/v1/contrats/contrat';
const ENJEU = {
  id: 'enjeu',
  type: 'transversal',
  numero: 1,
  intitule: 'Participation',
  couleur: '#5b3a8e',
  orientations: [{ id: 'orientation', texte: 'Co-construire avec les habitants' }],
};

let api: HttpTestingController;

beforeEach(async () => {
  // jsdom draws nothing: there is nothing to scroll.
  Element.prototype.scrollIntoView = jest.fn();
  TestBed.configureTestingModule({
    providers: [
      ...HTTP,
      provideRouter([{ path: 'fiches/import/:lot/:fichier', component: FichierPage }]),
      { provide: Annonce, useValue: { dire: () => Promise.resolve() } },
    ],
  });
  api = TestBed.inject(HttpTestingController);
  const ouverte = TestBed.inject(SessionStore).ouvrir({ email: '', motDePasse: '' });
  api.expectOne('/api/v1/session').flush({ ...SESSION, permissions: ['fiches.creer'] });
  await ouverte;
});

afterEach(() => {
  document.querySelector('pl-fichier-page')?.remove();
  api.verify();
});

async function ouvrir(fichier: FichierARelire): Promise<HTMLElement> {
  const harness = await RouterTestingHarness.create();
  await harness.navigateByUrl('/fiches/import/lot/fichier');
  api.expectOne(FICHIER).flush(fichier);
  api.expectOne(LOT).flush(lotImport([fichierImporte(), fichierImporte({ id: 'f2', nom: 'suite.odt' })]));
  await repos();
  for (const liste of ['qpv', 'communes', 'organisations', 'personnes']) api.expectOne(`${CONTRAT}/${liste}`).flush([]);
  api.expectOne(`${CONTRAT}/enjeux`).flush([ENJEU]);
  await harness.fixture.whenStable();
  const vue = harness.routeNativeElement as HTMLElement;
  document.body.append(vue);
  return vue;
}

function passage(vue: HTMLElement, id: string): HTMLElement {
  return vue.querySelector<HTMLElement>(`#passage-${id}`) ?? vue;
}

function taper(cible: Element | null, key: string): void {
  cible?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
}

function bouton(nom: string): HTMLButtonElement | undefined {
  return [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.includes(nom));
}

describe('one imported file', () => {
  it('shows the whole source, where each passage goes, and counts every character', async () => {
    const vue = await ouvrir(fichierARelire());
    expect([...vue.querySelectorAll('[role=option] .texte')].map(({ textContent }) => textContent)).toEqual([
      'Public cible :',
      'Tous les habitants',
      'Document de travail',
      'Pilote :',
      'Villes',
    ]);
    expect(passage(vue, 'p2').textContent).toContain('Public cible');
    expect(passage(vue, 'p3').textContent).toContain('Non placé');
    expect(vue.querySelector('.rapport')?.textContent).toBe(
      '70\u00A0caractères lus = 26\u00A0placés + 24 de libellés et de mise en page + 20\u00A0non placés',
    );
    expect(vue.querySelector('.non-places')?.textContent).toContain('1\u00A0passage, 20\u00A0caractères');
  });

  it('goes through the passages with the arrows and chooses with Enter', async () => {
    const vue = await ouvrir(fichierARelire());
    passage(vue, 'p1').focus();
    taper(document.activeElement, 'ArrowDown');
    expect(document.activeElement?.id).toBe('passage-p2');
    taper(document.activeElement, 'End');
    expect(document.activeElement?.id).toBe('passage-p5');
    taper(document.activeElement, 'Enter');
    await repos();
    expect(passage(vue, 'p5').getAttribute('aria-selected')).toBe('true');
    expect(vue.querySelector('pl-champ-propose.choisi h4')?.textContent).toBe('Pilote du projet');
  });

  it('moves a passage with M, sends its version, and takes the move back', async () => {
    const vue = await ouvrir(fichierARelire());
    taper(passage(vue, 'p3'), 'm');
    await repos();
    bouton('Contexte / diagnostic')?.click();
    await repos();
    const envoi = api.expectOne({ method: 'PUT', url: `${FICHIER}/placement` });
    expect(envoi.request.headers.get('If-Match')).toBe('"1"');
    expect(envoi.request.body).toEqual({ passages: [{ id: 'p3', destination: 'contexte', section: null }] });
    envoi.flush(fichierARelire({ version: 2 }, { p3: { destination: 'contexte' } }));
    await repos();
    expect(passage(vue, 'p3').textContent).toContain('Contexte / diagnostic');
    expect(vue.querySelector('.non-places')?.textContent).toContain('Tout le texte du document a trouvé sa place.');

    bouton('Annuler le déplacement')?.click();
    await repos();
    const retour = api.expectOne({ method: 'PUT', url: `${FICHIER}/placement` });
    expect(retour.request.body).toEqual({ passages: [{ id: 'p3', destination: 'non-place', section: null }] });
    retour.flush(fichierARelire({ version: 3 }));
    await repos();
    expect(bouton('Annuler le déplacement')?.disabled).toBe(true);
  });

  it('shows what somebody else moved meanwhile', async () => {
    const vue = await ouvrir(fichierARelire());
    taper(passage(vue, 'p3'), 'm');
    await repos();
    bouton('Plan d’action')?.click();
    await repos();
    api
      .expectOne(`${FICHIER}/placement`)
      .flush(
        { type: 'about:blank', status: 412, title: 'Périmé.', detail: 'Quelqu’un a déplacé des passages.' },
        { status: 412, statusText: '' },
      );
    await repos();
    api.expectOne(FICHIER).flush(fichierARelire({ version: 2 }, { p3: { destination: 'contexte' } }));
    await repos();
    expect(passage(vue, 'p3').textContent).toContain('Contexte / diagnostic');
    expect(vue.querySelector('pl-etat-enregistrement')?.className).toContain('conflit');
  });

  it('creates the fiche with the enjeu that was recognised and the links that were ticked', async () => {
    const vue = await ouvrir(fichierARelire());
    expect(vue.textContent).toContain('20\u00A0caractères ne sont pas placés');
    const lien = vue.querySelector<HTMLInputElement>('pl-champ-propose input[type=checkbox]');
    expect(lien?.checked).toBe(false);
    lien?.click();
    await repos();
    const retenu = api.expectOne({ method: 'PUT', url: `${FICHIER}/choix` });
    expect(retenu.request.headers.get('If-Match')).toBe('"1"');
    const choix = { confirmations: ['pilotes/0'], indicateurs: [] };
    expect(retenu.request.body).toEqual(choix);
    retenu.flush(fichierARelire({ version: 2, choix }));
    await repos();
    bouton('Créer la fiche T\u00A01.7')?.click();
    await repos();
    const envoi = api.expectOne({ method: 'POST', url: `${FICHIER}/decision` });
    expect(envoi.request.headers.get('If-Match')).toBe('"2"');
    expect(envoi.request.body).toEqual({
      decision: 'creer',
      code: 'T1.7',
      enjeuId: 'enjeu',
      orientationId: null,
      confirmations: ['pilotes/0'],
      indicateurs: [],
      champs: [],
    });
    const faite = fichierImporte({ statut: 'importee', ficheId: 'f1', version: 2 });
    envoi.flush(lotImport([faite, fichierImporte({ id: 'f2', nom: 'suite.odt' })]));
    await repos();
    expect(vue.querySelector('a[href="/fiches/f1"]')?.textContent).toContain('Ouvrir la fiche');
    expect(vue.querySelector('a[href="/fiches/import/lot/f2"]')?.textContent).toContain('suite.odt');
  });

  it('takes up what was ticked before, and forgets a link whose words moved away', async () => {
    const choix = { confirmations: ['pilotes/0'], indicateurs: [] };
    const vue = await ouvrir(fichierARelire({ choix }));
    const coche = () => vue.querySelector<HTMLInputElement>('pl-champ-propose input[type=checkbox]');
    expect(coche()?.checked).toBe(true);
    taper(passage(vue, 'p5'), 'm');
    await repos();
    bouton('Contexte / diagnostic')?.click();
    await repos();
    api.expectOne(`${FICHIER}/placement`).flush(fichierARelire({ version: 2 }, { p5: { destination: 'contexte' } }));
    await repos();
    expect(coche()?.checked).toBe(false);
  });

  it('updates an existing fiche, leaving the fields that the person unticks', async () => {
    const vue = await ouvrir(
      fichierARelire({
        existante: {
          id: 'f1',
          code: 'T1.7',
          titre: 'Conseil des jeunes',
          statut: 'brouillon',
          indicateurs: [],
          differences: [
            { champ: 'titre', libelle: 'Intitulé du projet', avant: 'Conseil des jeunes', apres: 'Un conseil' },
            { champ: 'contexte', libelle: 'Contexte / diagnostic', avant: null, apres: '<p>Neuf</p>' },
          ],
        },
      }),
    );
    expect(vue.querySelector('table')?.textContent).toContain('(vide)');
    const [remplacerTitre] = vue.querySelectorAll<HTMLInputElement>('table input');
    remplacerTitre?.click();
    await repos();
    bouton('Mettre à jour la fiche T\u00A01.7')?.click();
    await repos();
    const envoi = api.expectOne({ method: 'POST', url: `${FICHIER}/decision` });
    expect(envoi.request.body).toMatchObject({ decision: 'mettre-a-jour', code: 'T1.7', champs: ['contexte'] });
    envoi.flush(
      { type: 'about:blank', status: 409, title: 'Fiche T\u00A01.7\u00A0: elle est archivée.' },
      { status: 409, statusText: '' },
    );
    await repos();
    expect(vue.querySelector('[role=alert]')?.textContent).toContain('elle est archivée');
  });

  it('says why nothing can be created yet', async () => {
    const vue = await ouvrir(fichierARelire());
    const code = vue.querySelector<HTMLInputElement>('pl-decision-fichier input.pl-controle');
    if (code) code.value = 'sans numéro';
    code?.dispatchEvent(new Event('input'));
    await repos();
    expect(vue.querySelector('#refus-decision')?.textContent).toContain('un code comme T\u00A01.1');
    bouton('Créer la fiche')?.click();
    api.expectNone(`${FICHIER}/decision`);
  });
});
