import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { FichePublique, FichePubliqueLue } from '@pleniere/fiches/domain';
import { problemeInterceptor } from '@pleniere/shared/web';
import { PublicFichePage } from './public-fiche-page';
import { PublicPage } from './public-page';

const ENJEU = { libelle: 'Enjeu transversal 1', intitule: 'Participation citoyenne', couleur: '#5b3a9b' };
const LIEUX: FichePublique = {
  code: 'T1.1',
  titre: 'Ouvrir des lieux d’échange',
  resumePublic: 'Un rendez-vous régulier dans chaque quartier.',
  meteo: 'nuage',
  quartiers: ['Europe', 'Le Sanitas'],
  enjeu: ENJEU,
};
const FONDS: FichePublique = { ...LIEUX, code: 'T1.2', titre: 'Un fonds de participation', quartiers: ['Europe'] };

let api: HttpTestingController;

beforeEach(() => {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([problemeInterceptor])),
      provideHttpClientTesting(),
      provideRouter([{ path: 'public', component: PublicPage }]),
    ],
  });
  api = TestBed.inject(HttpTestingController);
});

/** Lets what has been answered come to the screen, while another request may be under way. */
async function laisserVenir(ecran: ComponentFixture<unknown>): Promise<void> {
  for (let tour = 0; tour < 3; tour++) {
    await new Promise((suite) => setTimeout(suite));
    ecran.detectChanges();
  }
}

describe('fiches for residents', () => {
  async function ouvrir(adresse: string) {
    const harnais = await RouterTestingHarness.create(adresse);
    api
      .expectOne('/api/v1/public/contrats')
      .flush([{ id: 'c1', titre: 'Contrat de ville', titreCourt: 'TMVL', couleur: '#1b3a6b', logo: null }]);
    await laisserVenir(harnais.fixture);
    api.expectOne('/api/v1/public/contrats/c1/fiches').flush([LIEUX, FONDS]);
    await laisserVenir(harnais.fixture);
    return harnais;
  }
  const titres = ({ fixture }: RouterTestingHarness) =>
    [...(fixture.nativeElement as HTMLElement).querySelectorAll('h4')].map((titre) => titre.textContent.trim());

  it('are grouped by enjeu, each told in two sentences', async () => {
    const harnais = await ouvrir('/public');
    expect(titres(harnais)).toEqual([LIEUX.titre, FONDS.titre]);
    const element = harnais.fixture.nativeElement as HTMLElement;
    expect(element.querySelector('h3')?.textContent).toContain('Participation citoyenne');
    expect(element.textContent).toContain(LIEUX.resumePublic);
    expect(element.querySelector('h4 a')?.getAttribute('href')).toBe('/public/c1/fiches/T1.1');
  });

  it('are those of one quartier when the address says so', async () => {
    expect(titres(await ouvrir('/public?quartier=Le%20Sanitas'))).toEqual([LIEUX.titre]);
  });

  it('are chosen by quartier', async () => {
    const harnais = await ouvrir('/public');
    const choix = (harnais.fixture.nativeElement as HTMLElement).querySelector('select');
    expect([...(choix?.options ?? [])].map(({ text }) => text)).toEqual(['Tous les quartiers', 'Europe', 'Le Sanitas']);
    if (choix) choix.value = 'Le Sanitas';
    choix?.dispatchEvent(new Event('change'));
    await laisserVenir(harnais.fixture);
    expect(titres(harnais)).toEqual([LIEUX.titre]);
  });
});

describe('one fiche for residents', () => {
  it('opens on the two sentences, then what is measured, then the sheet', async () => {
    const lue: FichePubliqueLue = {
      ...LIEUX,
      lignes: [{ libelle: 'Ce que l’on veut obtenir', html: '<ul><li>Des lieux <strong>ouverts</strong></li></ul>' }],
      indicateurs: [{ libelle: 'Rythme', type: 'realisation', phrase: 'En 2026 : 84 séances.' }],
    };
    const ecran = TestBed.createComponent(PublicFichePage);
    ecran.componentRef.setInput('contratId', 'c1');
    ecran.componentRef.setInput('code', 'T1.1');
    ecran.detectChanges();
    api.expectOne('/api/v1/public/contrats/c1/fiches/T1.1').flush(lue);
    await ecran.whenStable();
    const element = ecran.nativeElement as HTMLElement;
    expect(element.querySelector('h1')?.textContent).toBe(LIEUX.titre);
    expect(element.textContent).toMatch(
      /rendez-vous régulier.*Ce qui a été fait.*84 séances.*Ce que l’on veut obtenir/s,
    );
    expect(element.querySelector('.redige li strong')?.textContent).toBe('ouverts');
    expect(document.title).toContain('T\u00A01.1 Ouvrir des lieux d’échange');
  });
});
