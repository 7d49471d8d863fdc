export { plenieresRoutes } from './plenieres.routes';
export { DernierePleniere } from './seances/derniere-pleniere';
