import { inject } from '@angular/core';
import { type CanActivateFn, type CanMatchFn, Router } from '@angular/router';
import { SessionStore } from './session-store';

const MON_COMPTE = '/compte';

/** Lets in whoever is logged in; the others log in first and come back to the same address. */
export const connecte: CanActivateFn = (_, etat) => {
  const session = inject(SessionStore).session();
  const router = inject(Router);
  if (session === null) return router.createUrlTree(['/connexion'], { queryParams: { retour: etat.url } });
  // Until the second factor that the contrat asks is set up, nothing else is open.
  return !session.secondFacteurDu || etat.url === MON_COMPTE || router.parseUrl(MON_COMPTE);
};

/** Chooses between the home of the workspace and the welcome page. */
export const siConnecte: CanMatchFn = () => {
  const session = inject(SessionStore).session();
  return session?.secondFacteurDu ? inject(Router).parseUrl(MON_COMPTE) : session !== null;
};
