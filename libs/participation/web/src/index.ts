export { emargementRoutes } from './emargement/emargement.routes';
export { participationRoutes } from './participation.routes';
