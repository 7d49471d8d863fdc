import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { AppelProjets, Candidature, NouvelleProjet } from '@pleniere/participation/domain';
import { type DemandeSaisie, Saisie } from '@pleniere/shared/ui';
import { PlanProjets } from './plan-projets';

const NOUVELLE: NouvelleProjet = {
  ...{ id: 1, le: '2026-10-19', avancement: 'en-cours', texte: 'Le bail est signé.', fonction: 'Cheffe de projet' },
  ...{ ecriteLe: '2026-10-19T10:00:00Z', corrige: null, corrigeePar: 2 },
};
const PROJET: Candidature = {
  ...{ id: 'k1', version: 3, porteur: 'Le Seuil', siret: null, titre: 'La conciergerie', resume: 'Un local.' },
  ...{ montantCentimes: 2_800_000, contact: '', idee: null, statut: 'laureate', notes: {}, total: null, avis: '' },
  ...{ motif: '', fiche: { id: 'f1', code: 'E1.2', titre: 'Commerces' }, action: null, deposeeLe: '2026-06-20' },
  avancement: 'livre',
  nouvelles: [
    NOUVELLE,
    { ...NOUVELLE, id: 2, avancement: 'livre', texte: 'Elle ouvre.', corrige: 1, corrigeePar: null },
  ],
};
const APPEL = {
  ...{ id: 'a1', statut: 'laureats', candidatures: [PROJET, { ...PROJET, id: 'k2', statut: 'non-retenue' }] },
} as AppelProjets;

let fixture: ComponentFixture<PlanProjets>;
let demande: DemandeSaisie<Record<string, string | null>, Candidature> | null;

async function ouvrir(gere: boolean): Promise<HTMLElement> {
  demande = null;
  const demander = (posee: typeof demande) => {
    demande = posee;
    return Promise.resolve(null);
  };
  TestBed.configureTestingModule({
    providers: [
      ...[provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
      { provide: Saisie, useValue: { demander } },
    ],
  });
  fixture = TestBed.createComponent(PlanProjets);
  fixture.componentRef.setInput('appels', [APPEL, { ...APPEL, id: 'a2', statut: 'instruction' }]);
  fixture.componentRef.setInput('cadre', {
    enjeux: [],
    fiches: [{ valeur: 'f1', libelle: 'E 1.2' }],
    codes: new Map(),
  });
  fixture.componentRef.setInput('gere', gere);
  await fixture.whenStable();
  return fixture.nativeElement as HTMLElement;
}

const clic = (vue: HTMLElement, nom: string) =>
  vue.querySelector<HTMLButtonElement>(`button[aria-label^="${nom}"]`)?.click();
const respirer = () => new Promise((suite) => setTimeout(suite));

describe('the plan of projects', () => {
  it('tells each laureate that is published, what carries it, and its news, the corrected one crossed out', async () => {
    const vue = await ouvrir(false);
    expect([...vue.querySelectorAll('h3')].map(({ textContent }) => textContent)).toEqual(['La conciergerie']);
    expect(vue.querySelector('pl-puce-statut')?.textContent).toContain('Livré');
    expect(vue.querySelector('a')?.getAttribute('href')).toBe('/fiches/E1.2');
    const nouvelles = [...vue.querySelectorAll('.nouvelles li')];
    expect(nouvelles.map(({ className }) => className)).toEqual(['corrigee', '']);
    expect(nouvelles[1]?.textContent).toContain('rectifiée le');
    expect(vue.querySelector('button')).toBeNull();
  });

  it('is told by dated news, and a wrong one is corrected by a further one', async () => {
    const vue = await ouvrir(true);
    const http = TestBed.inject(HttpTestingController);
    clic(vue, 'Corriger la nouvelle');
    expect(demande?.valeur).toMatchObject({ avancement: 'livre', texte: 'Elle ouvre.' });
    // Somebody else told the same meanwhile: the form compares with the project as it stands.
    expect(demande?.lire?.({ ...PROJET, version: 4 })).toMatchObject({ avancement: 'livre', texte: 'Elle ouvre.' });
    void demande?.enregistrer({ le: '2026-10-20', avancement: 'en-cours', texte: 'Elle ouvre bientôt.' }, 3);
    const { request } = http.expectOne('/api/v1/projets/k1/nouvelles');
    expect(request.headers.get('If-Match')).toBe('"3"');
    expect(request.body).toMatchObject({ avancement: 'en-cours', corrige: 2 });
  });

  it('is carried by a fiche or by one of its actions', async () => {
    const vue = await ouvrir(true);
    const http = TestBed.inject(HttpTestingController);
    clic(vue, 'Relier La conciergerie');
    http.expectOne('/api/v1/fiches/E1.2').flush({ actions: [{ id: 'n1', titre: 'Ouvrir un local' }] });
    await respirer();
    expect(demande?.champs[0]).toMatchObject({
      options: [{ valeur: 'f1' }, { valeur: 'f1/n1', libelle: 'E 1.2, action\u00A0: Ouvrir un local' }],
    });
    void demande?.enregistrer({ portee: 'f1/n1' }, 3);
    expect(http.expectOne('/api/v1/projets/k1/portee').request.body).toEqual({ ficheId: 'f1', actionId: 'n1' });
  });
});
