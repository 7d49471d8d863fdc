import type { Routes } from '@angular/router';

/** E-mails of the contrat, at `/contrat/courriels`. */
export const courrielsRoutes: Routes = [
  { path: '', loadComponent: () => import('./courriels-page').then((m) => m.CourrielsPage) },
];
