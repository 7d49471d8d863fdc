export { LiensClient } from './liens/liens-client';
export { ParolesHabitants } from './liens/paroles-habitants';
export { PreuvesDuNiveau } from './liens/preuves-du-niveau';
export { participationRoutes } from './participation.routes';
