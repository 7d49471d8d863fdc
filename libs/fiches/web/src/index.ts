import { Component } from '@angular/core';
import type { Routes } from '@angular/router';

export { accueilRoutes } from './accueil/accueil.routes';
export { journalRoutes } from './journal/journal.routes';

export { fichesRoutes } from './fiches.routes';

/** Pages of the quartiers, below `/quartiers`. */
export const quartiersRoutes: Routes = [];

/** Pages for residents, without account, below `/public`. */
export const publicRoutes: Routes = [];

/** Fiches in force in plain words, for the welcome page. */
@Component({ selector: 'pl-public-fiches', template: '' })
export class PublicFiches {}
