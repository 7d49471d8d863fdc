import type { Routes } from '@angular/router';

/** Pages of the espaces de dialogue, below `/participation/espaces`. */
export const espacesRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Espaces de dialogue',
    loadComponent: () => import('./liste/espaces-page').then((m) => m.EspacesPage),
  },
  {
    path: 'niveaux',
    title: 'Niveaux de participation',
    loadComponent: () => import('./niveaux/niveaux-page').then((m) => m.NiveauxPage),
  },
  { path: ':id', loadComponent: () => import('./espace/espace-page').then((m) => m.EspacePage) },
];

/** Pages of their séances, below `/participation/seances`. */
export const seancesRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Séances des espaces de dialogue',
    loadComponent: () => import('./seances/seances-page').then((m) => m.SeancesDialoguePage),
  },
  { path: ':id', loadComponent: () => import('./seance/seance-page').then((m) => m.SeanceDialoguePage) },
  { path: ':id/terrain', loadComponent: () => import('./terrain/terrain-page').then((m) => m.TerrainPage) },
  {
    path: ':id/feuille',
    loadComponent: () => import('./impression/feuille-page').then((m) => m.FeuillePage),
  },
  { path: ':id/affiche', loadComponent: () => import('./impression/affiche-page').then((m) => m.AffichePage) },
];
