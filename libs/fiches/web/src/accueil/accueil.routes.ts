import type { Routes } from '@angular/router';

/** Home of whoever is logged in, at `/`. */
export const accueilRoutes: Routes = [
  { path: '', loadComponent: () => import('./accueil-page').then((m) => m.AccueilPage) },
];
