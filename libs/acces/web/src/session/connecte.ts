import { inject } from '@angular/core';
import { type CanActivateFn, type CanMatchFn, Router } from '@angular/router';
import { SessionStore } from './session-store';

/** Lets in whoever is logged in; the others log in first and come back to the same address. */
export const connecte: CanActivateFn = (_, etat) =>
  inject(SessionStore).session() !== null ||
  inject(Router).createUrlTree(['/connexion'], { queryParams: { retour: etat.url } });

/** Chooses between the home of the workspace and the welcome page. */
export const siConnecte: CanMatchFn = () => inject(SessionStore).session() !== null;
