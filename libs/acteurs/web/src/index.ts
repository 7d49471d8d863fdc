export { ActeursClient } from './acteurs-client';
export { acteursRoutes } from './acteurs.routes';
export { courrielsRoutes } from './courriels/courriels.routes';
export { RubriquesContrat } from './rubriques/rubriques-contrat';
export { donneesRoutes } from './donnees-personnelles/donnees.routes';
