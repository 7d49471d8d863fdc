import { MandatEntity } from './mandats/mandat.entity';
import { OrganisationEntity } from './organisations/organisation.entity';
import { PersonneEntity } from './personnes/personne.entity';

export { ActeursModule } from './acteurs.module';

/** Entities of the area, for the data source. */
export const ENTITES_ACTEURS = [OrganisationEntity, PersonneEntity, MandatEntity];
