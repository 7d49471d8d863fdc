import { DecisionEntity } from './decisions/decision.entity';
import { InstanceEntity } from './instances/instance.entity';
import { SeanceEntity } from './seances/seance.entity';

export { type EtatFige, lireEtat } from './arretes/gel';
export { inscrireArrete } from './arretes/inscription';
export { PlenieresModule } from './plenieres.module';

/** Entities of the area, for the data source. */
export const ENTITES_PLENIERES = [InstanceEntity, SeanceEntity, DecisionEntity];
