import type { Routes } from '@angular/router';

/** Pages of the area, below `/plenieres`. */
export const plenieresRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Plénières',
    loadComponent: () => import('./seances/seances-page').then((m) => m.SeancesPage),
  },
  {
    path: 'decisions',
    title: 'Décisions',
    loadComponent: () => import('./decisions/decisions-page').then((m) => m.DecisionsPage),
  },
  {
    path: 'instances',
    title: 'Instances',
    loadComponent: () => import('./instances/instances-page').then((m) => m.InstancesPage),
  },
  {
    path: 'arretes',
    title: 'Arrêtés',
    loadComponent: () => import('./arretes/arretes-page').then((m) => m.ArretesPage),
  },
  { path: 'arretes/:id', loadComponent: () => import('./arretes/arrete-page').then((m) => m.ArretePage) },
  {
    path: 'arretes/:id/evolution',
    title: 'Depuis la dernière plénière',
    loadComponent: () => import('./evolution/evolution-page').then((m) => m.EvolutionPage),
  },
  {
    path: 'seances/:id/presenter',
    title: 'Mode séance',
    loadComponent: () => import('./mode-seance/mode-seance-page').then((m) => m.ModeSeancePage),
  },
  { path: 'seances/:id', loadComponent: () => import('./seance/seance-page').then((m) => m.SeancePage) },
];
