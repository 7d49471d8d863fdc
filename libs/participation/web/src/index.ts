export { participationRoutes } from './participation.routes';
