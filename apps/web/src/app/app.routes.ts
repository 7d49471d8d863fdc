import type { Routes } from '@angular/router';
import { accesRoutes, connecte, siConnecte } from '@pleniere/acces/web';
import { PageIntrouvable } from '@pleniere/shared/web';

/** Pages that tell what changed, with the days that a higher area knows. */
async function avecReperes(pages: Promise<Routes>): Promise<Routes> {
  const [children, ReperesDuJournal, DernierePleniere] = await Promise.all([
    pages,
    import('@pleniere/fiches/web').then((m) => m.ReperesDuJournal),
    import('@pleniere/plenieres/web').then((m) => m.DernierePleniere),
  ]);
  return [{ path: '', providers: [{ provide: ReperesDuJournal, useClass: DernierePleniere }], children }];
}

/** One lazy chunk per area; the root shows the workspace or the welcome page according to who is there. */
export const routes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    canMatch: [siConnecte],
    title: 'Accueil',
    loadChildren: () => avecReperes(import('@pleniere/fiches/web').then((m) => m.accueilRoutes)),
  },
  {
    path: '',
    pathMatch: 'full',
    loadComponent: () => import('./bienvenue/bienvenue-page').then((m) => m.BienvenuePage),
  },
  {
    path: 'fiches',
    canActivate: [connecte],
    title: 'Fiches',
    loadChildren: () => import('@pleniere/fiches/web').then((m) => m.fichesRoutes),
  },
  {
    path: 'indicateurs',
    canActivate: [connecte],
    title: 'Indicateurs',
    loadChildren: () =>
      import('@pleniere/indicateurs/web').then((m) =>
        m.indicateursRoutes(() =>
          import('@pleniere/participation/web').then(({ ParolesHabitants }) => ParolesHabitants),
        ),
      ),
  },
  {
    path: 'quartiers',
    canActivate: [connecte],
    title: 'Quartiers',
    loadChildren: () => import('@pleniere/fiches/web').then((m) => m.quartiersRoutes),
  },
  {
    path: 'campagne',
    canActivate: [connecte],
    title: 'Campagne de saisie',
    loadChildren: () => import('@pleniere/fiches/web').then((m) => m.campagneRoutes),
  },
  {
    path: 'recherche',
    canActivate: [connecte],
    title: 'Chercher dans mes contrats',
    loadChildren: () => import('@pleniere/fiches/web').then((m) => m.rechercheRoutes),
  },
  {
    path: 'reprise',
    canActivate: [connecte],
    title: 'Reprise de poste',
    loadChildren: () => import('@pleniere/fiches/web').then((m) => m.repriseRoutes),
  },
  {
    path: 'contrat/journal',
    canActivate: [connecte],
    title: 'Journal',
    loadChildren: () => avecReperes(import('@pleniere/fiches/web').then((m) => m.journalRoutes)),
  },
  {
    path: 'contrat/imports',
    canActivate: [connecte],
    title: 'Imports et exports',
    loadChildren: () => import('@pleniere/restitution/web').then((m) => m.echangeRoutes),
  },
  {
    path: 'contrat/courriels',
    canActivate: [connecte],
    title: 'Courriels',
    loadChildren: () => import('@pleniere/acteurs/web').then((m) => m.courrielsRoutes),
  },
  {
    path: 'contrat/donnees-personnelles',
    canActivate: [connecte],
    title: 'Données personnelles',
    loadChildren: () => import('@pleniere/acteurs/web').then((m) => m.donneesRoutes),
  },
  {
    path: 'contrat',
    canActivate: [connecte],
    title: 'Contrat',
    loadChildren: () => import('@pleniere/contrat/web').then((m) => m.contratRoutes),
  },
  {
    path: 'acteurs',
    canActivate: [connecte],
    title: 'Acteurs',
    loadChildren: () => import('@pleniere/acteurs/web').then((m) => m.acteursRoutes),
  },
  {
    path: 'participation',
    canActivate: [connecte],
    title: 'Participation',
    loadChildren: () => import('@pleniere/participation/web').then((m) => m.participationRoutes),
  },
  {
    path: 'plenieres/arretes/:id/documents',
    canActivate: [connecte],
    loadChildren: () => import('@pleniere/restitution/web').then((m) => m.documentsRoutes),
  },
  {
    path: 'plenieres',
    canActivate: [connecte],
    title: 'Plénières',
    loadChildren: () => import('@pleniere/plenieres/web').then((m) => m.plenieresRoutes),
  },
  {
    path: 'installation',
    title: 'Premier démarrage',
    loadComponent: () => import('./installation/installation-page').then((m) => m.InstallationPage),
  },
  ...accesRoutes,
  { path: '**', title: 'Page introuvable', component: PageIntrouvable },
];
