export { emargementRoutes } from './emargement/emargement.routes';
export { ParolesHabitants } from './liens/paroles-habitants';
export { participationRoutes } from './participation.routes';
