import type { Routes } from '@angular/router';

/** Pages of the area, below `/contrat`. */
export const contratRoutes: Routes = [];
