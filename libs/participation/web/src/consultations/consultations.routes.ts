import type { CanDeactivateFn, Routes } from '@angular/router';

/** A page where something is being typed asks before it is left. */
const retenirSaisie: CanDeactivateFn<{ peutQuitter(): Promise<boolean> }> = (page) => page.peutQuitter();

/** Pages of the consultations, below `/participation/consultations`. */
export const consultationsRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Consultations',
    loadComponent: () => import('./liste/consultations-page').then((m) => m.ConsultationsPage),
  },
  {
    path: 'externes',
    title: 'Consultations menées par d’autres',
    loadComponent: () => import('./externes/externes-page').then((m) => m.ExternesPage),
  },
  {
    path: ':id',
    children: [
      {
        path: '',
        pathMatch: 'full',
        loadComponent: () => import('./consultation/consultation-page').then((m) => m.ConsultationPage),
      },
      {
        path: 'preparation',
        canDeactivate: [retenirSaisie],
        loadComponent: () => import('./consultation/preparation/preparation-page').then((m) => m.PreparationPage),
      },
      {
        path: 'moderation',
        loadComponent: () => import('./moderation/moderation-page').then((m) => m.ModerationPage),
      },
      { path: 'votes', loadComponent: () => import('./votes/votes-page').then((m) => m.VotesPage) },
      {
        path: 'papier',
        canDeactivate: [retenirSaisie],
        loadComponent: () => import('./papier/papier-page').then((m) => m.PapierPage),
      },
      { path: 'papier/feuille', loadComponent: () => import('./papier/bulletin-page').then((m) => m.BulletinPage) },
      { path: 'resultats', loadComponent: () => import('./resultats/resultats-page').then((m) => m.ResultatsPage) },
      { path: 'idees', loadComponent: () => import('./resultats/idees/idees-page').then((m) => m.IdeesPage) },
      { path: 'apercu', loadComponent: () => import('./resultats/apercu-page').then((m) => m.ApercuPage) },
      { path: 'suites', loadComponent: () => import('./suites/suites-page').then((m) => m.SuitesPage) },
    ],
  },
];
