import type { Routes } from '@angular/router';

/** The quartiers of the contrat, and one of them by its code. */
export const quartiersRoutes: Routes = [
  { path: '', loadComponent: () => import('./liste/quartiers-page').then((m) => m.QuartiersPage) },
  { path: ':code', loadComponent: () => import('./page/quartier-page').then((m) => m.QuartierPage) },
];
