export { exporterContrat } from './echange/exporter';
export { RestitutionModule } from './restitution.module';
