import type { Routes } from '@angular/router';
import { consultationsRoutes } from './consultations/consultations.routes';
import { espacesRoutes, seancesRoutes } from './espaces/espaces.routes';
import { questionsRoutes } from './questions/questions.routes';

/** Participation: espaces de dialogue and their séances, questions of residents, consultations. */
export const participationRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Participation',
    loadComponent: () => import('./attente/attente-page').then((m) => m.AttentePage),
  },
  { path: 'espaces', children: espacesRoutes },
  { path: 'seances', children: seancesRoutes },
  { path: 'questions', children: questionsRoutes },
  { path: 'consultations', children: consultationsRoutes },
];
