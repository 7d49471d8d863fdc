import { APP_BASE_HREF, LOCATION_INITIALIZED, registerLocaleData } from '@angular/common';
import { HttpXsrfTokenExtractor, provideHttpClient, withInterceptors } from '@angular/common/http';
import localeFr from '@angular/common/locales/fr';
import {
  type ApplicationConfig,
  computed,
  ErrorHandler,
  inject,
  isDevMode,
  LOCALE_ID,
  provideBrowserGlobalErrorListeners,
  type Signal,
} from '@angular/core';
import {
  provideRouter,
  TitleStrategy,
  withComponentInputBinding,
  withEnabledBlockingInitialNavigation,
  withInMemoryScrolling,
  withRouterConfig,
} from '@angular/router';
import { provideServiceWorker } from '@angular/service-worker';
import { JetonDeSession, sessionPerdueInterceptor, SessionStore } from '@pleniere/acces/web';
import {
  ADRESSE_DIRECT,
  GestionErreurs,
  Pannes,
  problemeInterceptor,
  reseauInterceptor,
  textesPropresInterceptor,
  TitreFenetre,
} from '@pleniere/shared/web';
import { routes } from './app.routes';

registerLocaleData(localeFr);

/** No page can be chosen before knowing who is there; without an answer the public part still opens. */
function chargerSession(): Promise<void> {
  const pannes = inject(Pannes);
  return inject(SessionStore)
    .charger()
    .catch((erreur: unknown) => pannes.signaler(erreur));
}

/** The live events of the contrat of whoever is logged in. */
function adresseDirect(): Signal<string | null> {
  const { session } = inject(SessionStore);
  return computed(() => {
    const contratId = session()?.contrat.id;
    return contratId === undefined ? null : `/api/v1/contrats/${contratId}/direct`;
  });
}

/** What the application is made of. */
export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideRouter(
      routes,
      withComponentInputBinding(),
      // The frame is drawn once, with its page in it; until then the page of the server shows the top bar.
      withEnabledBlockingInitialNavigation(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
      withRouterConfig({ paramsInheritanceStrategy: 'always' }),
    ),
    provideHttpClient(
      withInterceptors([sessionPerdueInterceptor, problemeInterceptor, reseauInterceptor, textesPropresInterceptor]),
    ),
    { provide: HttpXsrfTokenExtractor, useClass: JetonDeSession },
    { provide: LOCATION_INITIALIZED, useFactory: chargerSession },
    provideServiceWorker('/sw.js', { enabled: !isDevMode() }),
    { provide: ErrorHandler, useClass: GestionErreurs },
    { provide: TitleStrategy, useExisting: TitreFenetre },
    { provide: ADRESSE_DIRECT, useFactory: adresseDirect },
    { provide: LOCALE_ID, useValue: 'fr' },
    // The page has no `<base>`: the content policy allows none.
    { provide: APP_BASE_HREF, useValue: '/' },
  ],
};
