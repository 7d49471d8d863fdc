import type { Type } from '@angular/core';
import type { Routes } from '@angular/router';
import { PAROLES_DE_L_INDICATEUR } from './pages/indicateur/paroles';

const PAGES: Routes = [
  { path: '', loadComponent: () => import('./pages/liste/indicateurs-page').then((m) => m.IndicateursPage) },
  {
    path: 'nouveau',
    title: 'Nouvel indicateur',
    loadComponent: () => import('./pages/definition-page').then((m) => m.DefinitionPage),
  },
  { path: 'lecture', loadComponent: () => import('./pages/lecture/lecture-page').then((m) => m.LecturePage) },
  { path: 'contexte', loadComponent: () => import('./contexte/contexte-page').then((m) => m.ContextePage) },
  {
    path: 'export',
    title: 'Exporter des valeurs',
    loadComponent: () => import('./export/export-page').then((m) => m.ExportPage),
  },
  {
    path: 'import',
    title: 'Importer des valeurs',
    loadComponent: () => import('./import/imports-page').then((m) => m.ImportsPage),
  },
  { path: 'import/:id', loadComponent: () => import('./import/apercu/import-page').then((m) => m.ImportPage) },
  {
    path: 'verification',
    title: 'Valeurs à vérifier',
    loadComponent: () => import('./qualite/verification-page').then((m) => m.VerificationPage),
  },
  {
    path: 'contestations',
    title: 'Contestations',
    loadComponent: () => import('./contestations/contestations-page').then((m) => m.ContestationsPage),
  },
  { path: ':id', loadComponent: () => import('./pages/indicateur/indicateur-page').then((m) => m.IndicateurPage) },
  {
    path: ':id/definition',
    title: 'Définition',
    loadComponent: () => import('./pages/definition-page').then((m) => m.DefinitionPage),
  },
];

/** Pages of the area, below `/indicateurs`, with what shows the words of residents on that of an indicator. */
export function indicateursRoutes(paroles: () => Promise<Type<unknown>>): Routes {
  return [{ path: '', providers: [{ provide: PAROLES_DE_L_INDICATEUR, useValue: paroles }], children: PAGES }];
}
