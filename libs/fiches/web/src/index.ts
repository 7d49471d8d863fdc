export { accueilRoutes } from './accueil/accueil.routes';
export { campagneRoutes } from './campagne/campagne.routes';
export { journalRoutes } from './journal/journal.routes';
export { ReperesDuJournal } from './journal/reperes-journal';

export { fichesRoutes } from './fiches.routes';

export { quartiersRoutes } from './quartiers/quartiers.routes';

export { repriseRoutes } from './pilotage/reprise.routes';

export { rechercheRoutes } from './recherche/recherche.routes';
