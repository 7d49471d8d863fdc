import { IndicateurEntity } from './definitions/indicateur.entity';

export { CalculsReader } from './calculs/calculs.reader';
export { AnneePipe } from './campagne/annee.pipe';
export { CampagnesService } from './campagne/campagnes.service';
export { IndicateursService } from './definitions/indicateurs.service';
export * from './horloge';
export { IndicateursModule } from './indicateurs.module';
export * from './json';
export { ValeursService } from './valeurs/valeurs.service';
export { organisationsDe, territoiresDeSaisie, type VilleDeLActeur } from './valeurs/plume';

/** Entities of the area, for the data source; values are written by statements, a batch at a time. */
export const ENTITES_INDICATEURS = [IndicateurEntity];
