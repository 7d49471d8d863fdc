export { ParolesHabitants } from './liens/paroles-habitants';
export { participationRoutes } from './participation.routes';
