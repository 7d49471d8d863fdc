export { Atelier, DocumentInterrompu } from './fabrique/atelier';
export { exporterContrat } from './echange/exporter';
export { RestitutionModule } from './restitution.module';
