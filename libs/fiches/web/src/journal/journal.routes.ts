import type { Routes } from '@angular/router';

/** Journal of the contrat, at `/contrat/journal`. */
export const journalRoutes: Routes = [
  { path: '', loadComponent: () => import('./journal-page').then((m) => m.JournalPage) },
];
