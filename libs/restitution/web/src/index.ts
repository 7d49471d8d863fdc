export { documentsRoutes, echangeRoutes } from './restitution.routes';
