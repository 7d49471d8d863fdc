import type { Routes } from '@angular/router';
import { questionsRoutes } from './questions/questions.routes';

/** Participation: espaces de dialogue and their séances, questions of residents, consultations. */
export const participationRoutes: Routes = [{ path: '', pathMatch: 'full', redirectTo: 'espaces' }, { path: 'questions', children: questionsRoutes }];
