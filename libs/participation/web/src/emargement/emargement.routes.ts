import type { Routes } from '@angular/router';

/** Page that a phone opens from the poster of a room, without an account. */
export const emargementRoutes: Routes = [
  {
    path: ':contratId/:code',
    title: 'Vous êtes là',
    loadComponent: () => import('./emargement-page').then((m) => m.EmargementPage),
  },
];
