import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { SessionStore } from '@pleniere/acces/web';
import type { ApercuEchange } from '@pleniere/restitution/domain';
import { Confirmation } from '@pleniere/shared/ui';
import { problemeInterceptor } from '@pleniere/shared/web';
import { EchangePage } from './echange-page';

const RIEN = { communes: 0, quartiers: 0, enjeux: 0, orientations: 0, organisations: 0, actions: 0, declinaisons: 0 };
const APERCU: ApercuEchange = {
  source: { titre: 'Contrat de ville voisin', titreCourt: 'Voisin', anneeDebut: 2024, anneeFin: 2030 },
  fiches: [{ code: 'T1.1', titre: 'Espaces de dialogue', codeFinal: null, prise: true }],
  crees: { ...RIEN, fiches: 1, indicateurs: 2, valeurs: 12 },
  alertes: ['Les personnes ne voyagent pas.'],
  bloque: true,
};

const demander = jest.fn().mockResolvedValue(true);
let api: HttpTestingController;
let page: ComponentFixture<EchangePage>;
const element = () => page.nativeElement as HTMLElement;
const texte = () => element().textContent?.replace(/\s+/g, ' ') ?? '';

function ouvrir(gerer = true): void {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([problemeInterceptor])),
      provideHttpClientTesting(),
      provideRouter([]),
      { provide: Confirmation, useValue: { demander } },
      { provide: SessionStore, useValue: { session: () => ({ contrat: { id: 'c1' } }), peut: () => gerer } },
    ],
  });
  api = TestBed.inject(HttpTestingController);
  page = TestBed.createComponent(EchangePage);
  page.detectChanges();
}

async function laisserVenir(): Promise<void> {
  await new Promise((suite) => setTimeout(suite));
  page.detectChanges();
}

async function deposer(fichier = new File(['{}'], 'voisin.json')): Promise<void> {
  const champ = element().querySelector<HTMLInputElement>('input[type=file]');
  if (!champ) throw new Error('Le champ de fichier manque.');
  Object.defineProperty(champ, 'files', { value: [fichier], configurable: true });
  Object.defineProperty(champ, 'value', { value: '', writable: true });
  champ.dispatchEvent(new Event('change'));
  await laisserVenir();
}

const bouton = (nom: string) =>
  [...element().querySelectorAll('button')].find((un) => un.textContent?.includes(nom)) as HTMLButtonElement;

describe('exchange files on screen', () => {
  it('shows what would come in, blocks on a taken code, then imports as chosen', async () => {
    ouvrir();
    await deposer();
    api.expectOne('/api/v1/contrats/c1/echange/apercu?conflits=refuser&statut=brouillon').flush(APERCU);
    await laisserVenir();
    expect(texte()).toMatch(/Seraient créés : 1 fiche, 2 indicateurs, 12 valeurs/);
    expect(texte()).toContain('1 code de ce fichier est déjà pris');
    expect(bouton('Importer').disabled).toBe(true);

    const radios = [...element().querySelectorAll<HTMLInputElement>('input[name=conflits]')];
    radios.at(-1)?.dispatchEvent(new Event('change'));
    await laisserVenir();
    const fiches = APERCU.fiches.map((fiche) => ({ ...fiche, codeFinal: 'T1.4' }));
    const libre = { ...APERCU, fiches, bloque: false };
    api.expectOne('/api/v1/contrats/c1/echange/apercu?conflits=renumeroter&statut=brouillon').flush(libre);
    await laisserVenir();
    expect(texte()).toMatch(/Deviendra T\s1\.4/);

    demander.mockResolvedValueOnce(false);
    bouton('Importer').click();
    await laisserVenir();
    api.expectNone(({ method, url }) => method === 'POST' && url.endsWith('/echange'));
    expect(demander).toHaveBeenCalledWith(
      expect.objectContaining({
        texte: expect.stringMatching(/1\sfiche, 2\sindicateurs, 12\svaleurs.*ne s’annule pas/),
      }),
    );

    bouton('Importer').click();
    await laisserVenir();
    expect(texte()).toContain('Import en cours');
    api.expectOne('/api/v1/contrats/c1/echange?conflits=renumeroter&statut=brouillon').flush(libre);
    await laisserVenir();
    expect(texte()).toContain('Import terminé');
  });

  it('says why a file is refused, and keeps the page as it was', async () => {
    ouvrir();
    await deposer();
    const errors = [{ pointer: '/fiches/3', detail: 'Cette fiche est donnée deux fois.' }];
    api
      .expectOne('/api/v1/contrats/c1/echange/apercu?conflits=refuser&statut=brouillon')
      .flush({ status: 422, title: 'La saisie est refusée.', errors }, { status: 422, statusText: 'refused' });
    await laisserVenir();
    expect(texte()).toContain('La saisie est refusée.');
    expect(texte()).toContain('Glissez le fichier ici');
  });

  it('sends nothing that is too big', async () => {
    ouvrir();
    const gros = new File([''], 'gros.json');
    Object.defineProperty(gros, 'size', { value: 30_000_000 });
    await deposer(gros);
    expect(texte()).toMatch(/dépasse 20\sMo/);
    api.expectNone(({ url }) => url.includes('echange'));
  });

  it('is for the team', () => {
    ouvrir(false);
    expect(element().querySelector('input')).toBeNull();
    expect(texte()).toContain('réservés à son équipe');
  });
});
