import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import type { HarnessLoader } from '@angular/cdk/testing';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { permissionsDe } from '@pleniere/acces/domain';
import { SessionStore } from '@pleniere/acces/web';
import { problemeInterceptor } from '@pleniere/shared/web';
import { ImportPage } from '../apercu/import-page';
import { ImportsPage } from '../imports-page';

/** A page of the imports on screen, with the server in the hands of the test. */
export interface PageOuverte {
  api: HttpTestingController;
  /** The whole document: dialogs open outside the page. */
  racine: HarnessLoader;
  element: HTMLElement;
  adresse(): string;
  texte(): string;
  /** A button by the start of its words, whichever kind it is. */
  bouton(mots: string): HTMLButtonElement;
  /** The request under way, once it has come. */
  envoi(methode: string, url: string): Promise<TestRequest>;
  /** Answers it. */
  repondre(methode: string, url: string, corps: object | null, status?: number): Promise<void>;
  /** Confirms in the dialog. */
  confirmer(mots: string): Promise<void>;
  suite(): Promise<void>;
}

/** Waits for what an import on demand or the end of a movement brings. */
async function attendre<T>(chercher: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (let essai = 0; essai < 100; essai++) {
    const trouve = await chercher();
    if (trouve) return trouve;
    await new Promise((fini) => setTimeout(fini, 10));
  }
  throw new Error('Nothing came.');
}

/** Opens a page of the imports as a référente of a contrat that runs from 2024 to 2026. */
export async function ouvrirImports(adresse: string): Promise<PageOuverte> {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([problemeInterceptor])),
      provideHttpClientTesting(),
      provideRouter(
        [
          { path: 'indicateurs/import', component: ImportsPage },
          { path: 'indicateurs/import/:id', component: ImportPage },
        ],
        withComponentInputBinding(),
      ),
    ],
  });
  const api = TestBed.inject(HttpTestingController);
  const session = TestBed.inject(SessionStore).charger();
  const contrat = { id: 'c1', anneeDebut: 2024, anneeFin: 2026 };
  api.expectOne('/api/v1/session').flush({ contrat, role: 'referent', permissions: permissionsDe('referent') });
  await session;

  const routes = await RouterTestingHarness.create(adresse);
  const racine = TestbedHarnessEnvironment.documentRootLoader(routes.fixture);
  const element = routes.fixture.nativeElement as HTMLElement;
  document.body.append(element);
  const suite = async (): Promise<void> => {
    for (let tour = 0; tour < 3; tour++) {
      await new Promise((fini) => setTimeout(fini));
      routes.fixture.detectChanges();
    }
  };
  const envoi = (methode: string, url: string): Promise<TestRequest> =>
    attendre(() => api.match((requete) => requete.method === methode && requete.urlWithParams === url)[0]);
  const texte = (): string => element.textContent.replace(/[\s\u00A0\u202F]+/g, ' ');
  return {
    api,
    racine,
    element,
    suite,
    texte,
    adresse: () => TestBed.inject(Router).url,
    bouton: (mots) => {
      const trouve = [...element.querySelectorAll('button')].find((bouton) =>
        bouton.textContent.replace(/\s+/g, ' ').trim().startsWith(mots),
      );
      if (!trouve) throw new Error(`no button ${mots}`);
      return trouve;
    },
    envoi,
    repondre: async (methode, url, corps, status = 200) => {
      const reponse = status < 300 ? corps : { type: 'about:blank', status, ...corps };
      (await envoi(methode, url)).flush(reponse, { status, statusText: String(status) });
      await suite();
    },
    confirmer: async (mots) => {
      const filtre = MatButtonHarness.with({ text: mots, ancestor: '[role="alertdialog"]' });
      await (await attendre(async () => (await racine.getAllHarnesses(filtre))[0])).click();
      await suite();
    },
  };
}
