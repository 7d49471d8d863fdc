import type { Routes } from '@angular/router';

/** Pages of the fiches: the list, and one fiche with its tabs. */
export const fichesRoutes: Routes = [
  { path: '', loadComponent: () => import('./liste/liste-page').then((m) => m.ListePage) },
  {
    path: 'import',
    children: [
      { path: '', loadComponent: () => import('./import/lots/imports-page').then((m) => m.ImportsFichesPage) },
      { path: ':lot', loadComponent: () => import('./import/lots/lot-page').then((m) => m.LotPage) },
      {
        path: ':lot/:fichier',
        loadComponent: () => import('./import/fichier/fichier-page').then((m) => m.FichierPage),
      },
    ],
  },
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
      { path: 'revisions', loadComponent: () => import('./revisions/revisions-page').then((m) => m.RevisionsPage) },
      {
        path: 'revisions/:numero',
        loadComponent: () => import('./revisions/revision-page').then((m) => m.RevisionPage),
      },
      { path: 'difference', loadComponent: () => import('./revisions/difference-page').then((m) => m.DifferencePage) },
      {
        path: 'historique',
        loadComponent: () => import('./suivi/historique/historique-page').then((m) => m.HistoriquePage),
      },
    ],
  },
];
