import type { Routes } from '@angular/router';

/** Taking over a post, at `/reprise`. */
export const repriseRoutes: Routes = [
  { path: '', loadComponent: () => import('./reprise-page').then((m) => m.ReprisePage) },
];
