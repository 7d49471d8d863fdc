import type { Routes } from '@angular/router';

/** Pages of the area, below `/acteurs`. */
export const acteursRoutes: Routes = [];
