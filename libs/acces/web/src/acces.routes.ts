import type { Routes } from '@angular/router';
import { connecte } from './session/connecte';

/** Login, first visit, and one's own account. */
export const accesRoutes: Routes = [
  {
    path: 'connexion',
    title: 'Se connecter',
    loadComponent: () => import('./connexion/connexion-page').then((m) => m.ConnexionPage),
  },
  {
    path: 'connexion/second-facteur',
    title: 'Second facteur',
    loadComponent: () => import('./connexion/second-facteur-page').then((m) => m.SecondFacteurPage),
  },
  {
    path: 'connexion/demande',
    title: 'Demander un accès',
    loadComponent: () => import('./connexion/demande-page').then((m) => m.DemandePage),
  },
  {
    path: 'compte',
    canActivate: [connecte],
    title: 'Mon compte',
    loadComponent: () => import('./mon-compte/mon-compte-page').then((m) => m.MonComptePage),
  },
  {
    path: 'compte/notifications',
    canActivate: [connecte],
    title: 'Mes notifications',
    loadComponent: () => import('./notifications/preferences-page').then((m) => m.PreferencesNotificationsPage),
  },
  {
    path: 'notifications',
    canActivate: [connecte],
    title: 'Notifications',
    loadComponent: () => import('./notifications/notifications-page').then((m) => m.NotificationsPage),
  },
  {
    path: 'activation/:jeton',
    title: 'Activer votre compte',
    loadComponent: () => import('./activation/activation-page').then((m) => m.ActivationPage),
  },
];
