export { indicateursRoutes } from './indicateurs.routes';
export { GrilleValeurs } from './grille/grille-valeurs';
export { type GroupeGrille, type TerritoireNomme } from './grille/modele/groupe';
export { GraphiqueIndicateur } from './graphique/graphique-indicateur';
export { Etincelle } from './graphique/territoires/etincelle';
export { SaisieDefinition } from './definition/saisie-definition';
export { IndicateursClient, type LotEnregistre } from './indicateurs-client';
