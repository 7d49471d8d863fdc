export { RestitutionModule } from './restitution.module';
