import type { Routes } from '@angular/router';

/** Page of the yearly collections of values. */
export const campagneRoutes: Routes = [
  { path: '', loadComponent: () => import('./campagne-page').then((m) => m.CampagnePage) },
];
