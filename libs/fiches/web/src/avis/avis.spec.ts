import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { SessionStore } from '@pleniere/acces/web';
import type { Avis, FicheLue } from '@pleniere/fiches/domain';
import { fiche, HTTP, SESSION, suite } from '../essais/exemples';
import { fichesRoutes } from '../fiches.routes';

let api: HttpTestingController;
let vue: HTMLElement;

const AVIS: Avis = {
  id: 'a1',
  version: 3,
  revision: 1,
  auteur: 'Idriss Benkacem',
  fonction: 'Délégué du préfet',
  sens: 'a-completer',
  texte: 'Un point.',
  renduLe: '2026-11-16T15:40:00Z',
  points: [
    { id: 'p1', champ: 'publicCible', texte: 'Lequel ?', statut: 'ouvert', reponse: '', levePar: null, leveLe: null },
  ],
};
const SITUATION = { ...fiche().situation, avisEcheance: '2026-11-11' };
const BROUILLON = '/api/v1/fiches/f1/avis/brouillon';

async function repos(): Promise<void> {
  for (let tour = 0; tour < 4; tour++) {
    await suite();
    for (const demande of api.match(({ url }) => url.startsWith('/api/v1/contrats/'))) {
      demande.flush(demande.request.url.endsWith('/questions') ? { questions: [], total: 0 } : []);
    }
  }
}

async function ouvrir(permissions: readonly string[], lue: Partial<FicheLue>): Promise<void> {
  TestBed.configureTestingModule({
    providers: [...HTTP, provideRouter([{ path: 'fiches', children: fichesRoutes }], withComponentInputBinding())],
  });
  api = TestBed.inject(HttpTestingController);
  const ouverte = TestBed.inject(SessionStore).ouvrir({ email: '', motDePasse: '' });
  api.expectOne('/api/v1/session').flush({ ...SESSION, permissions });
  await ouverte;
  const harness = await RouterTestingHarness.create();
  await harness.navigateByUrl('/fiches/T1.1');
  api.expectOne('/api/v1/fiches/T1.1').flush(fiche({ statut: 'avis', situation: SITUATION, ...lue }));
  await repos();
  vue = harness.fixture.nativeElement as HTMLElement;
}

const bouton = (ou: ParentNode, mots: string): HTMLButtonElement | undefined =>
  [...ou.querySelectorAll('button')].find((candidat) => candidat.textContent?.includes(mots));

describe('the avis on the sheet', () => {
  it('is written by the délégué beside the fields and saved by itself', async () => {
    await ouvrir(['fiches.lire', 'avis.rendre', 'avis.lever'], {});
    api.expectOne(BROUILLON).flush({ version: 0, sens: null, texte: '', points: [] });
    await repos();
    const champ = vue.querySelector('#champ-publicCible')?.parentElement as HTMLElement;
    bouton(champ, 'Ajouter un point')?.click();
    await repos();
    const zone = champ.querySelector('textarea');
    if (!zone) throw new Error('Pas de zone de saisie');
    zone.value = 'Lequel ?';
    zone.dispatchEvent(new Event('input'));
    vue.querySelector<HTMLInputElement>('input[value="a-completer"]')?.click();
    await new Promise((resoudre) => setTimeout(resoudre, 900));
    const ecriture = api.expectOne({ method: 'PUT', url: BROUILLON });
    expect(ecriture.request.headers.get('If-Match')).toBe('"0"');
    expect(ecriture.request.body).toMatchObject({
      sens: 'a-completer',
      points: [{ champ: 'publicCible', texte: 'Lequel ?' }],
    });
    ecriture.flush({ version: 1, ...(ecriture.request.body as object) });
    await repos();
    expect(vue.querySelector('pl-avis-etat')?.textContent).toContain('Enregistré à');
    expect(vue.querySelector('pl-avis-etat')?.textContent).toContain('1\u00A0point posé');
  });

  it('is read beside the fields with what became of each point, and says how late it is', async () => {
    await ouvrir(['fiches.lire', 'fiches.ecrire'], {});
    expect(vue.querySelector('pl-etat-revision')?.textContent).toContain('en retard de 11\u00A0jours');
    api.expectNone(BROUILLON);
  });

  it('has its points lifted by the team, with words', async () => {
    await ouvrir(['fiches.lire', 'fiches.ecrire', 'avis.lever'], { avis: [AVIS] });
    const champ = vue.querySelector('#champ-publicCible')?.parentElement as HTMLElement;
    expect(champ.textContent).toContain('Point ouvert');
    expect(champ.textContent).toContain('Lequel ?');
    bouton(champ, 'Lever ce point')?.click();
    await repos();
    await repos();
    const dialogue = document.querySelector('mat-dialog-container') as HTMLElement;
    const zone = dialogue.querySelector('textarea') as HTMLTextAreaElement;
    zone.value = 'Ajouté au champ.';
    zone.dispatchEvent(new Event('input'));
    await repos();
    bouton(dialogue, 'Lever ce point')?.click();
    await repos();
    const levee = api.expectOne('/api/v1/avis/a1/points/p1');
    expect(levee.request.headers.get('If-Match')).toBe('"3"');
    expect(levee.request.body).toEqual({ statut: 'leve', reponse: 'Ajouté au champ.' });
    const points = [
      { ...AVIS.points[0], statut: 'leve', reponse: 'Ajouté au champ.', levePar: 'Claire', leveLe: AVIS.renduLe },
    ];
    levee.flush(fiche({ statut: 'avis', situation: SITUATION, avis: [{ ...AVIS, points } as Avis] }));
    await repos();
    expect(champ.textContent).toContain('Point levé');
    expect(bouton(champ, 'Rouvrir ce point')).toBeDefined();
  });
});
