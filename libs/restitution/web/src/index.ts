export { documentsRoutes } from './restitution.routes';
