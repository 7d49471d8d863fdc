export { plenieresRoutes } from './plenieres.routes';
