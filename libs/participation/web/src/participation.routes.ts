import type { Routes } from '@angular/router';

/** Participation: espaces de dialogue and their séances, questions of residents, consultations. */
export const participationRoutes: Routes = [{ path: '', pathMatch: 'full', redirectTo: 'espaces' }];
