import type { Routes } from '@angular/router';

/** Pages of the area, below `/plenieres/arretes/:id/documents`. */
export const documentsRoutes: Routes = [
  {
    path: '',
    title: 'Documents',
    loadComponent: () => import('./documents/documents-page').then((m) => m.DocumentsPage),
  },
];
