import type { Routes } from '@angular/router';

/** Pages of the area, below `/acteurs`. */
export const acteursRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Organisations',
    loadComponent: () => import('./organisations/organisations-page').then((m) => m.OrganisationsPage),
  },
  {
    path: 'personnes',
    title: 'Personnes',
    loadComponent: () => import('./personnes/personnes-page').then((m) => m.PersonnesPage),
  },
  {
    path: 'personnes/:id',
    title: 'Personne',
    loadComponent: () => import('./personnes/compte/personne-page').then((m) => m.PersonnePage),
  },
  {
    path: 'demandes',
    title: 'Demandes d’accès',
    loadComponent: () => import('./demandes/demandes-page').then((m) => m.DemandesPage),
  },
];
