import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { provideRouter, type Route, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { permissionsDe, type Role } from '@pleniere/acces/domain';
import { SessionStore } from '@pleniere/acces/web';
import { problemeInterceptor } from '@pleniere/shared/web';

/** A page on screen, with the server in the hands of the test. */
export interface PageOuverte {
  api: HttpTestingController;
  element: HTMLElement;
  texte(): string;
  /** A control by its words or its accessible name. */
  commande<T extends HTMLElement = HTMLButtonElement>(mots: string, selecteur?: string): T;
  /** The request under way, once it has come. */
  envoi(methode: string, url: string): Promise<TestRequest>;
  /** Answers it. */
  repondre(methode: string, url: string, corps: object | null, status?: number): Promise<void>;
  /** Presses a button of the dialog that is open. */
  dansLaFenetre(mots: string): Promise<void>;
  /** Fills a field of the dialog that is open. */
  remplir(libelle: string, texte: string): Promise<void>;
  suite(): Promise<void>;
}

const enClair = (texte: string | null): string => (texte ?? '').replace(/[\s\u00A0\u202F]+/g, ' ').trim();

/** The same words, whatever spaces they are written with. */
const enMotif = (mots: string): RegExp => new RegExp(`^${mots.replaceAll(' ', '\\s')}$`);

async function attendre<T>(chercher: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (let essai = 0; essai < 100; essai++) {
    const trouve = await chercher();
    if (trouve) return trouve;
    await new Promise((fini) => setTimeout(fini, 10));
  }
  throw new Error('Nothing came.');
}

/** Opens a page of these routes as somebody of that role, in a contrat that runs from 2024 to 2026. */
export async function ouvrirQualite(routes: Route[], adresse: string, role: Role): Promise<PageOuverte> {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([problemeInterceptor])),
      provideHttpClientTesting(),
      provideRouter(routes, withComponentInputBinding()),
    ],
  });
  const api = TestBed.inject(HttpTestingController);
  const session = TestBed.inject(SessionStore).charger();
  const contrat = { id: 'c1', anneeDebut: 2024, anneeFin: 2026 };
  const personne = { id: 'p1', nom: 'Hélène Marchadier', fonction: '' };
  api.expectOne('/api/v1/session').flush({ contrat, personne, role, permissions: permissionsDe(role) });
  await session;

  const harnais = await RouterTestingHarness.create(adresse);
  const racine = TestbedHarnessEnvironment.documentRootLoader(harnais.fixture);
  const element = harnais.fixture.nativeElement as HTMLElement;
  document.body.append(element);
  const suite = async (): Promise<void> => {
    for (let tour = 0; tour < 3; tour++) {
      await new Promise((fini) => setTimeout(fini));
      harnais.fixture.detectChanges();
    }
  };
  const envoi = (methode: string, url: string): Promise<TestRequest> =>
    attendre(() => api.match((requete) => requete.method === methode && requete.urlWithParams === url)[0]);
  return {
    api,
    element,
    suite,
    envoi,
    texte: () => enClair(element.textContent),
    commande: <T extends HTMLElement = HTMLButtonElement>(mots: string, selecteur = 'button') => {
      const trouve = [...element.querySelectorAll<T>(selecteur)].find((commande) =>
        [commande.textContent, commande.getAttribute('aria-label')].some((nom) => enClair(nom).startsWith(mots)),
      );
      if (!trouve) throw new Error(`no ${selecteur} ${mots}`);
      return trouve;
    },
    repondre: async (methode, url, corps, status = 200) => {
      const reponse = status < 300 ? corps : { type: 'about:blank', status, ...corps };
      (await envoi(methode, url)).flush(reponse, { status, statusText: String(status) });
      await suite();
    },
    dansLaFenetre: async (mots) => {
      const filtre = MatButtonHarness.with({ text: enMotif(mots), ancestor: '.mat-mdc-dialog-container' });
      await (await attendre(async () => (await racine.getAllHarnesses(filtre))[0])).click();
      await suite();
    },
    remplir: async (libelle, texte) => {
      const champ = await attendre(() => {
        const etiquettes = [...document.querySelectorAll<HTMLLabelElement>('.mat-mdc-dialog-container label')];
        return etiquettes.find(({ textContent }) => enClair(textContent).startsWith(libelle))?.control as
          HTMLTextAreaElement | undefined;
      });
      champ.value = texte;
      champ.dispatchEvent(new Event('input'));
      champ.dispatchEvent(new Event('blur'));
      await suite();
    },
  };
}
