import type { Routes } from '@angular/router';

/** Pages of the area, below `/contrat`. */
export const contratRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Cadre du contrat',
    loadComponent: () => import('./cadre/cadre-page').then((m) => m.CadrePage),
  },
  {
    path: 'enjeux',
    title: 'Enjeux et orientations',
    loadComponent: () => import('./enjeux/enjeux-page').then((m) => m.EnjeuxPage),
  },
  {
    path: 'quartiers',
    title: 'Quartiers prioritaires',
    loadComponent: () => import('./quartiers/quartiers-contrat-page').then((m) => m.QuartiersContratPage),
  },
];
