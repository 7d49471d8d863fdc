import { ContratEntity } from './contrat/contrat.entity';
import { EnjeuEntity, OrientationEntity } from './enjeux/enjeu.entity';
import { QpvEntity } from './qpv/qpv.entity';

export { ContratModule } from './contrat.module';

/** Entities of the area, for the data source. */
export const ENTITES_CONTRAT = [ContratEntity, EnjeuEntity, OrientationEntity, QpvEntity];
