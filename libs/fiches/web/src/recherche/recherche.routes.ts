import type { Routes } from '@angular/router';

/** Search in every contrat of a person, at `/recherche`. */
export const rechercheRoutes: Routes = [
  { path: '', loadComponent: () => import('./recherche-page').then((m) => m.RecherchePage) },
];
