export { acteursRoutes } from './acteurs.routes';
export { RubriquesContrat } from './rubriques/rubriques-contrat';
