import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { SessionStore } from '@pleniere/acces/web';
import type { ConsultationExterne, LectureExterne } from '@pleniere/participation/domain';
import { type DemandeSaisie, PlDepot, Saisie } from '@pleniere/shared/ui';
import { By } from '@angular/platform-browser';
import { ExternesPage } from './externes-page';

const EXTERNE: ConsultationExterne = {
  ...{
    id: 'e1',
    version: 2,
    nom: 'Mieux vivre en ville',
    organisateur: 'Make.org',
    question: '',
    source: 'Communiqué',
  },
  ...{ adresse: '', chiffres: {}, agenda: [{ titre: 'Rénover', texte: '' }], projets: [] },
  dates: [
    { libelle: 'Fin', date: '2025-09-13', source: 'Communiqué' },
    { libelle: 'Fin', date: '2025-09-28', source: 'Résultats' },
  ],
};
const LUE: LectureExterne = {
  ...{ dates: [], projets: [], chiffres: {} },
  agenda: [
    { titre: 'Rénover', texte: '' },
    { titre: 'Planter', texte: 'Des arbres.' },
  ],
  refusees: [{ feuille: 'Dates', ligne: 3, cellules: ['plus tard', 'Bilan'], pourquoi: 'Ce n’est pas un jour.' }],
};

let http: HttpTestingController;
let fixture: ComponentFixture<ExternesPage>;
let demande: DemandeSaisie<Record<string, string | number | null>, ConsultationExterne> | null;

const suite = () => new Promise((fin) => setTimeout(fin));
const vue = () => fixture.nativeElement as HTMLElement;
const mots = () => vue().textContent?.replace(/\s+/g, ' ') ?? '';
const clic = (nom: string) =>
  [...vue().querySelectorAll('button')].find(({ textContent }) => textContent?.includes(nom))?.click();

async function dessiner(): Promise<void> {
  await suite();
  fixture.detectChanges();
  TestBed.tick();
}

beforeEach(async () => {
  demande = null;
  const demander = (posee: typeof demande) => {
    demande = posee;
    return Promise.resolve(null);
  };
  TestBed.configureTestingModule({
    providers: [
      ...[provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
      { provide: SessionStore, useValue: { session: () => ({ contrat: { id: 'c1' } }), peut: () => true } },
      { provide: Saisie, useValue: { demander } },
    ],
  });
  http = TestBed.inject(HttpTestingController);
  fixture = TestBed.createComponent(ExternesPage);
  fixture.detectChanges();
  TestBed.tick();
  http.expectOne('/api/v1/contrats/c1/consultations-externes').flush([EXTERNE]);
  await dessiner();
});

describe('consultations of others', () => {
  it('tell a date that moved with the days that were announced before', () => {
    expect(mots()).toContain('Fin : 28 septembre 2025 (Résultats) annoncée au 13 septembre 2025 (Communiqué)');
  });

  it('take up a file: what is read, what is not and why, then the form over what is known', async () => {
    clic('Reprendre un fichier');
    await dessiner();
    const depot = fixture.debugElement.query(By.directive(PlDepot)).componentInstance as PlDepot;
    depot.fichiers.emit([new File(['x'], 'agenda.csv')]);
    const envoi = http.expectOne('/api/v1/contrats/c1/consultations-externes/lecture');
    expect((envoi.request.body as FormData).get('fichier')).toBeInstanceOf(File);
    envoi.flush(LUE);
    await dessiner();
    expect(mots()).toContain('agenda.csv : 0 date, 2 priorités, 0 projet, 0 compte. Rien n’est encore enregistré.');
    expect(mots()).toContain('Dates, ligne 3plus tard ; BilanCe n’est pas un jour.');

    const choix = vue().querySelector('select') as HTMLSelectElement;
    choix.value = 'e1';
    choix.dispatchEvent(new Event('change'));
    clic('Vérifier et enregistrer');
    expect(demande?.version).toBe(2);
    expect(demande?.valeur['agenda']).toBe('Rénover ; \nPlanter ; Des arbres.');
    // The file is still there after the form was put away.
    await dessiner();
    expect(mots()).toContain('Dates, ligne 3');
  });
});
