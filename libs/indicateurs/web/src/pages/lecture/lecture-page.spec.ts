import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { SessionStore } from '@pleniere/acces/web';
import { CHAMPS_SERRES } from '@pleniere/indicateurs/domain';
import { problemeInterceptor } from '@pleniere/shared/web';
import { LIEN, MANIERES, SEANCES } from '../../essai/exemples';
import { LecturePage } from './lecture-page';

const COMMUNES = [{ code: '37122', nom: 'Joué-lès-Tours' }];
const QPV = ['QN03709M', 'QN03702M', 'QN03704M'].map((code) => ({
  code,
  libelle: code,
  libelleEditorial: null,
  communes: COMMUNES,
}));
const FICHE = {
  id: 'fiche',
  code: 'T1.1',
  titre: 'La parole des habitants',
  titreCourt: '',
  enjeu: { couleur: '#663399' },
  contenu: { cadreOu: { portee: 'tous-qpv', qpv: [], communes: [] } },
  indicateurs: [SEANCES, { ...SEANCES, id: 'sans-cible', libelle: 'Ateliers', cibles: [] }, MANIERES, LIEN].map(
    (indicateur) => ({
      ...indicateur,
      valeurs: indicateur.valeurs.map((valeur) => CHAMPS_SERRES.map((champ) => valeur[champ])),
    }),
  ),
  droits: { indicateurs: false, territoires: [] },
};

let api: HttpTestingController;
let page: ComponentFixture<LecturePage>;

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
  api
    .expectOne('/api/v1/session')
    .flush({ contrat: { id: 'c1', anneeDebut: 2024, anneeFin: 2027 }, permissions: [], role: 'delegue' });
  await session;
  page = TestBed.createComponent(LecturePage);
});

async function ouvrir(entrees: Record<string, string> = {}, grille: object = [FICHE]): Promise<HTMLElement> {
  for (const [nom, valeur] of Object.entries(entrees)) page.componentRef.setInput(nom, valeur);
  page.detectChanges();
  api.expectOne('/api/v1/contrats/c1/qpv').flush(QPV);
  api.expectOne('/api/v1/contrats/c1/grille').flush(grille);
  await page.whenStable();
  return page.nativeElement as HTMLElement;
}

const lignes = (element: HTMLElement, selecteur: string): string[] =>
  [...element.querySelectorAll(selecteur)].map(({ textContent }) => (textContent ?? '').replace(/\s+/g, ' ').trim());

describe('indicators to read', () => {
  it('gives each its line, its last value with its coverage, and the way made or why there is none', async () => {
    const element = await ouvrir();
    expect(lignes(element, '.quoi a')).toEqual([
      'Séances tenues',
      'Ateliers',
      'Manières d’écouter',
      'Lien aux institutions',
    ]);
    expect(lignes(element, 'pl-etincelle')).toEqual([
      '14 séances en 2025 (2 QPV sur 3)',
      '14 séances en 2025 (2 QPV sur 3)',
      'Réunion publique en 2025',
      'Dégradé en 2024',
    ]);
    expect(element.querySelectorAll('polyline')).toHaveLength(2);
    expect(lignes(element, 'pl-progression')).toEqual(['33 % du chemin']);
    expect(lignes(element, '.sans-taux')).toEqual(['non calculable : il manque la cible', '', '']);
    expect(lignes(element, 'p.pl-discret')).toEqual(['4 indicateurs dans 1 fiche']);
  });

  it('keeps the chosen type and words, without accents', async () => {
    expect(lignes(await ouvrir({ type: 'realisation', q: 'SEANCES' }), '.quoi a')).toEqual(['Séances tenues']);
  });

  it('says what to do when nothing is left, and keeps its filters', async () => {
    const element = await ouvrir({ q: 'introuvable' });
    expect(element.textContent).toContain('Aucun indicateur à lire');
    expect(element.querySelector<HTMLInputElement>('input')?.value).toBe('introuvable');
  });
});
