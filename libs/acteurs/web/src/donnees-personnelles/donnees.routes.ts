import type { Routes } from '@angular/router';

/** The page of personal data, below `/contrat/donnees-personnelles`. */
export const donneesRoutes: Routes = [
  { path: '', loadComponent: () => import('./donnees-page').then((m) => m.DonneesPage) },
];
