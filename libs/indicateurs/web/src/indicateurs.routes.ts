import type { Routes } from '@angular/router';

/** Pages of the area, below `/indicateurs`. */
export const indicateursRoutes: Routes = [];
