import type { HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { Router } from '@angular/router';
import { ErreurApi } from '@pleniere/shared/ui';
import { SANS_RENVOI } from '@pleniere/shared/web';
import { tap } from 'rxjs';
import { SessionStore } from './session-store';

/** When the server no longer knows the session, the person logs in again and comes back where they were. */
export const sessionPerdueInterceptor: HttpInterceptorFn = (requete, suite) => {
  if (requete.context.get(SANS_RENVOI)) return suite(requete);
  const store = inject(SessionStore);
  const router = inject(Router);
  return suite(requete).pipe(
    tap({
      error: (erreur: unknown) => {
        const perdue = erreur instanceof ErreurApi && erreur.probleme.status === 401 && store.session() !== null;
        if (!perdue) return;
        store.oublier();
        void router.navigate(['/connexion'], { queryParams: { retour: router.url, expiree: true } });
      },
    }),
  );
};
