import type { Routes } from '@angular/router';

/** Pages for residents, without account. */
export const publicRoutes: Routes = [
  { path: '', loadComponent: () => import('./public-page').then((m) => m.PublicPage) },
  { path: ':contratId', loadComponent: () => import('./public-page').then((m) => m.PublicPage) },
  {
    path: ':contratId/fiches/:code',
    loadComponent: () => import('./public-fiche-page').then((m) => m.PublicFichePage),
  },
];
