import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { SessionStore } from '@pleniere/acces/web';
import type { FicheLue } from '@pleniere/fiches/domain';
import { fiche, HTTP, SESSION, suite } from '../essais/exemples';
import { fichesRoutes } from '../fiches.routes';
// Read before the clock of the first test starts: the sheet brings most of the area.
import './feuille/feuille';

let api: HttpTestingController;
let harness: RouterTestingHarness;

beforeEach(async () => {
  localStorage.clear();
  TestBed.configureTestingModule({
    providers: [...HTTP, provideRouter([{ path: 'fiches', children: fichesRoutes }], withComponentInputBinding())],
  });
  api = TestBed.inject(HttpTestingController);
  const ouverte = TestBed.inject(SessionStore).ouvrir({ email: '', motDePasse: '' });
  api.expectOne('/api/v1/session').flush(SESSION);
  await ouverte;
  harness = await RouterTestingHarness.create();
});

/** Lets the screen settle, the names and choices of the contrat answered with nothing. */
async function repos(): Promise<void> {
  for (let tour = 0; tour < 4; tour++) {
    await suite();
    for (const demande of api.match((requete) => requete.url.startsWith('/api/v1/contrats/'))) {
      demande.flush(demande.request.url.endsWith('/questions') ? { total: 0, questions: [], aModerer: [] } : []);
    }
  }
}

async function ouvrir(lue: FicheLue, adresse = '/fiches/T1.1'): Promise<HTMLElement> {
  await harness.navigateByUrl(adresse);
  api.expectOne('/api/v1/fiches/T1.1').flush(lue);
  await repos();
  return harness.fixture.nativeElement as HTMLElement;
}

function bouton(vue: HTMLElement, mots: string): HTMLButtonElement | undefined {
  return [...vue.querySelectorAll('button')].find((candidat) => candidat.textContent?.includes(mots));
}

describe('sheet of a fiche', () => {
  it('shows the rows of the paper in their order and words', async () => {
    const vue = await ouvrir(fiche());
    const lignes = [...vue.querySelectorAll('.libelle h2')].map((titre) => titre.textContent);
    expect(lignes.slice(0, 5)).toEqual([
      'Pilote du projet',
      'Référent du projet et des actions',
      'Résultat(s) attendu(s)',
      'Intérêt(s) du projet',
      'Cadre',
    ]);
    expect(vue.querySelector('#champ-resultatsAttendus')?.textContent).toContain('Chaque quartier a son espace.');
    expect(vue.querySelector('.code')?.textContent).toContain('T\u00A01.1');
  });

  it('says what is missing, each item a link to its field', async () => {
    const vue = await ouvrir(fiche());
    const lien = [...vue.querySelectorAll<HTMLAnchorElement>('.manques a')].find((candidat) =>
      candidat.textContent?.includes('Public cible'),
    );
    expect(lien?.getAttribute('href')).toBe('/fiches/T1.1#champ-publicCible');
    expect(vue.querySelector('#champ-publicCible')?.textContent).toContain('obligatoire');
  });

  it('tells a référent why this fiche is not theirs to write', async () => {
    const refusEcriture = 'La fiche est en relecture à la métropole.';
    const vue = await ouvrir(fiche({ droits: { ...fiche().droits, ecrire: false, refusEcriture } }));
    expect(vue.querySelector('pl-entete-fiche')?.textContent).toContain(`Lecture seule. ${refusEcriture}`);
  });

  it('explains why the next step is not possible', async () => {
    const vue = await ouvrir(fiche());
    const soumettre = bouton(vue, 'Soumettre à la relecture');
    expect(soumettre?.getAttribute('aria-disabled')).toBe('true');
    expect(vue.textContent).toMatch(/Il reste à remplir les champs obligatoires \(\d+\)/);
  });

  it('asks what goes with a step before it is followed', async () => {
    const transitions: FicheLue['transitions'] = [
      {
        transition: 'demander-correction',
        libelle: 'Demander une correction',
        refus: null,
        saisies: ['motif', 'destinataire'],
      },
    ];
    const destinataires = [{ id: 'p1', nom: 'Samira Lahlou' }];
    const vue = await ouvrir(fiche({ statut: 'relecture', transitions, destinataires }));
    bouton(vue, 'Demander une correction')?.click();
    await repos();
    await repos();
    const dialogue = document.querySelector('mat-dialog-container');
    expect(dialogue?.textContent).toContain('Ce qui est à corriger');
    expect(dialogue?.textContent).toContain('Samira Lahlou');
    bouton(dialogue as HTMLElement, 'Demander une correction')?.click();
    await repos();
    expect(dialogue?.textContent).toContain('Dites en une phrase pourquoi.');
    api.expectNone('/api/v1/fiches/f1/transitions');
    bouton(dialogue as HTMLElement, 'Annuler')?.click();
    await repos();
  });

  it('offers no edition to whoever may only read', async () => {
    const droits: FicheLue['droits'] = {
      ecrire: false,
      refusEcriture: 'Votre rôle ne permet pas cette action.',
      actions: false,
      indicateurs: false,
      declinaisons: [],
      territoires: [],
    };
    const vue = await ouvrir(fiche({ droits, transitions: [] }));
    expect(bouton(vue, 'Modifier')).toBeUndefined();
    vue.querySelector<HTMLElement>('#champ-resultatsAttendus .lecture')?.click();
    await repos();
    expect(vue.querySelector('pl-editeur-champ')).toBeNull();
  });

  it('edits in place, saves with the version of the field and leaves on Escape', async () => {
    const vue = await ouvrir(fiche());
    vue.querySelector<HTMLElement>('#champ-titre .lecture')?.click();
    await repos();
    const zone = vue.querySelector<HTMLTextAreaElement>('#champ-titre textarea');
    if (!zone) throw new Error('Pas de zone de saisie');
    zone.value = 'Un autre titre';
    zone.dispatchEvent(new Event('input'));
    zone.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    const ecriture = api.expectOne('/api/v1/fiches/f1/champs/titre');
    expect(ecriture.request.headers.get('If-Match')).toBe('"0"');
    expect(ecriture.request.body).toEqual({ valeur: 'Un autre titre' });
    const etat = { version: 1, modifieLe: '2026-11-20T13:32:00Z', modifiePar: 'Samira Lahlou' };
    ecriture.flush({ champ: 'titre', valeur: 'Un autre titre', etat });
    await repos();
    expect(vue.querySelector('#champ-titre')?.textContent).toContain('Enregistré à 14\u00A0h\u00A032');
    expect(vue.querySelector('h1')?.textContent).toContain('Un autre titre');
  });

  it('shows both texts when somebody else changed the field', async () => {
    const vue = await ouvrir(fiche());
    vue.querySelector<HTMLElement>('#champ-titre .lecture')?.click();
    await repos();
    const zone = vue.querySelector<HTMLTextAreaElement>('#champ-titre textarea');
    if (!zone) throw new Error('Pas de zone de saisie');
    zone.value = 'Mon titre';
    zone.dispatchEvent(new Event('input'));
    bouton(vue, 'Terminer')?.click();
    const etat = { version: 4, modifieLe: '2026-11-20T13:32:00Z', modifiePar: 'Julien Pasquet' };
    const actuel = { valeur: 'Le titre de Julien', etat };
    const probleme = { type: 'about:blank', status: 412, title: 'Modifié entre-temps', actuel };
    api.expectOne('/api/v1/fiches/f1/champs/titre').flush(probleme, { status: 412, statusText: '' });
    await repos();
    const conflit = vue.querySelector('pl-conflit-champ');
    expect(conflit?.textContent).toContain('Julien Pasquet a modifié');
    expect(conflit?.textContent).toContain('Le titre de Julien');
    expect(conflit?.textContent).toContain('Mon titre');

    bouton(vue, 'Garder le mien')?.click();
    const seconde = api.expectOne('/api/v1/fiches/f1/champs/titre');
    expect(seconde.request.headers.get('If-Match')).toBe('"4"');
    expect(seconde.request.body).toEqual({ valeur: 'Mon titre' });
  });

  it('sends again, at the next visit, what the network did not take', async () => {
    localStorage.setItem('pleniere.brouillon/samira/f1/titre', JSON.stringify({ valeur: 'Écrit hier', version: 0 }));
    const vue = await ouvrir(fiche());
    expect(vue.querySelector('#champ-titre')?.textContent).toContain('Écrit hier');
  });

  it('says when there is no such fiche', async () => {
    await harness.navigateByUrl('/fiches/T1.1');
    const probleme = { type: '/problemes/introuvable', status: 404, title: 'Cette fiche est introuvable.' };
    api.expectOne('/api/v1/fiches/T1.1').flush(probleme, { status: 404, statusText: '' });
    await repos();
    expect(harness.fixture.nativeElement.textContent).toContain('Cette fiche est introuvable.');
  });
});
