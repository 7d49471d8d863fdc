export { ParticipationModule } from './participation.module';

/** Entities of the area, for the data source. */
export const ENTITES_PARTICIPATION = [];
