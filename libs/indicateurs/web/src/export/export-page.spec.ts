import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { permissionsDe } from '@pleniere/acces/domain';
import { SessionStore } from '@pleniere/acces/web';
import type { ApercuExport } from '@pleniere/indicateurs/domain';
import { ExportPage } from './export-page';
import { phraseTaille } from './mots-export';

const EXPORTS = '/api/v1/contrats/c1/exports-valeurs';
const APERCU: ApercuExport = {
  colonnes: ['zone_nom', 'date_valeur', 'valeur'],
  lignes: [['Sanitas', '2025', '<\u202F5']],
  total: 1240,
  masquees: 3,
  octets: 98_304,
};

interface PageOuverte {
  element: HTMLElement;
  repondre: (url: string, corps: object) => Promise<void>;
  choisir: (libelle: string, valeur: string) => Promise<void>;
  texte: () => string;
  lien: () => string | null | undefined;
}

/** Opens the page as a lectrice of a contrat that runs from 2024 to 2026. */
async function ouvrir(adresse = '/indicateurs/export'): Promise<PageOuverte> {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([{ path: 'indicateurs/export', component: ExportPage }], withComponentInputBinding()),
    ],
  });
  const api = TestBed.inject(HttpTestingController);
  const session = TestBed.inject(SessionStore).charger();
  const contrat = { id: 'c1', anneeDebut: 2024, anneeFin: 2026 };
  api.expectOne('/api/v1/session').flush({ contrat, role: 'lecteur', permissions: permissionsDe('lecteur') });
  await session;
  const routes = await RouterTestingHarness.create(adresse);
  const element = routes.fixture.nativeElement as HTMLElement;
  const suite = async () => {
    for (let tour = 0; tour < 3; tour++) {
      await new Promise((fini) => setTimeout(fini));
      routes.fixture.detectChanges();
    }
  };
  const repondre = async (url: string, corps: object) => {
    api.expectOne((requete) => requete.urlWithParams === url).flush(corps);
    await suite();
  };
  await repondre('/api/v1/contrats/c1/fiches?page=1', {
    total: 1,
    page: 1,
    taillePage: 50,
    fiches: [{ id: 'f1', code: 'T1.1', titre: 'La parole des habitants', titreCourt: '' }],
  });
  await repondre('/api/v1/contrats/c1/qpv', [
    { code: 'QN03709M', libelle: 'Sanitas', libelleEditorial: null, communes: [{ code: '37261', nom: 'Tours' }] },
  ]);
  return {
    element,
    repondre,
    choisir: async (libelle, valeur) => {
      const champ = [...element.querySelectorAll('mat-form-field')].find((autre) =>
        autre.textContent.includes(libelle),
      );
      const choix = champ?.querySelector('select');
      if (!choix) throw new Error(`no choice ${libelle}`);
      choix.value = valeur;
      choix.dispatchEvent(new Event('change'));
      await suite();
    },
    texte: () => element.textContent.replace(/[\s\u00A0\u202F]+/g, ' '),
    lien: () => element.querySelector('a[download]')?.getAttribute('href'),
  };
}

describe('the page of exports', () => {
  it('shows the first lines, how long the file is and what it hides, before it is downloaded', async () => {
    const page = await ouvrir();
    await page.repondre(`${EXPORTS}?contenu=valeurs&format=xlsx`, APERCU);
    expect([...page.element.querySelectorAll('th')].map(({ textContent }) => textContent.trim())).toEqual(
      APERCU.colonnes,
    );
    expect(page.texte()).toContain('Sanitas');
    expect(page.texte()).toContain('1 240 lignes, 96 ko');
    expect(page.texte()).toContain('3 valeurs masquées pour que personne ne soit reconnu');
    expect(page.lien()).toBe(`${EXPORTS}/fichier?contenu=valeurs&format=xlsx`);
  });

  it('narrows to a fiche, a territoire, years and a statut, and keeps them in the address', async () => {
    const page = await ouvrir('/indicateurs/export?format=csv&de=2025&statut=validee');
    await page.repondre(`${EXPORTS}?contenu=valeurs&format=csv&de=2025&statut=validee`, APERCU);
    await page.choisir('Fiche', 'f1');
    await page.choisir('Territoire', 'QN03709M');
    const demande = 'contenu=valeurs&format=csv&fiche=f1&territoire=QN03709M&de=2025&statut=validee';
    await page.repondre(`${EXPORTS}?${demande}`, APERCU);
    expect(page.lien()).toBe(`${EXPORTS}/fichier?${demande}`);
    expect(TestBed.inject(Router).url).toContain('territoire=QN03709M');
  });

  it('asks nothing of values when the definitions go out', async () => {
    const page = await ouvrir('/indicateurs/export?contenu=indicateurs&de=2025');
    await page.repondre(`${EXPORTS}?contenu=indicateurs&format=xlsx`, { ...APERCU, masquees: 0 });
    expect(page.texte()).not.toContain('Statut');
    expect(page.texte()).not.toContain('masquée');
  });

  it('says so when nothing corresponds', async () => {
    const page = await ouvrir();
    await page.repondre(`${EXPORTS}?contenu=valeurs&format=xlsx`, { ...APERCU, lignes: [], total: 0, masquees: 0 });
    expect(page.texte()).toContain('Aucune valeur ne correspond');
  });
});

describe('the size of a file', () => {
  it.each([
    [{ total: 1, octets: 900 }, '1 ligne, 900 octets'],
    [{ total: 2, octets: 1_500_000 }, '2 lignes, 1,4 Mo'],
    [{ total: 2, octets: null }, '2 lignes'],
  ])('%j', (apercu, phrase) => {
    expect(phraseTaille(apercu).replace(/[\u00A0\u202F]/g, ' ')).toBe(phrase);
  });
});
