import type { Routes } from '@angular/router';

/** Pages of the area, below `/plenieres/arretes/:id/documents`. */
export const documentsRoutes: Routes = [
  {
    path: '',
    title: 'Documents',
    loadComponent: () => import('./documents/documents-page').then((m) => m.DocumentsPage),
  },
];

/** The page of the exchange files, below `/contrat/imports`. */
export const echangeRoutes: Routes = [
  { path: '', loadComponent: () => import('./echange/echange-page').then((m) => m.EchangePage) },
];
