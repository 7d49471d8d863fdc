import type { Routes } from '@angular/router';

/** Login and first visit. */
export const accesRoutes: Routes = [
  {
    path: 'connexion',
    title: 'Se connecter',
    loadComponent: () => import('./connexion/connexion-page').then((m) => m.ConnexionPage),
  },
  {
    path: 'activation/:jeton',
    title: 'Activer votre compte',
    loadComponent: () => import('./activation/activation-page').then((m) => m.ActivationPage),
  },
];
