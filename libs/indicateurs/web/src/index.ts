export { indicateursRoutes } from './indicateurs.routes';
export { GrilleValeurs } from './grille/grille-valeurs';
export { type TerritoireNomme } from './grille/modele/territoire-nomme';
export { GraphiqueIndicateur } from './graphique/graphique-indicateur';
export { SaisieDefinition } from './definition/saisie-definition';
export { IndicateursClient, type LotEnregistre } from './indicateurs-client';
