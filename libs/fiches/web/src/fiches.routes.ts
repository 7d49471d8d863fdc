import type { Routes } from '@angular/router';

/** Pages of the fiches: the list, and one fiche with its tabs. */
export const fichesRoutes: Routes = [
  { path: '', loadComponent: () => import('./liste/liste-page').then((m) => m.ListePage) },
  {
    path: ':code',
    loadComponent: () => import('./fiche/fiche-page').then((m) => m.FichePage),
    children: [
      { path: '', loadComponent: () => import('./fiche/feuille/feuille').then((m) => m.Feuille) },
      { path: 'actions', loadComponent: () => import('./suivi/actions/actions-page').then((m) => m.ActionsPage) },
      {
        path: 'indicateurs',
        loadComponent: () => import('./suivi/indicateurs/indicateurs-page').then((m) => m.IndicateursPage),
      },
      {
        path: 'declinaisons',
        loadComponent: () => import('./suivi/declinaisons/declinaisons-page').then((m) => m.DeclinaisonsPage),
      },
      {
        path: 'historique',
        loadComponent: () => import('./suivi/historique/historique-page').then((m) => m.HistoriquePage),
      },
    ],
  },
];
