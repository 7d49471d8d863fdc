export { contratRoutes } from './contrat.routes';
