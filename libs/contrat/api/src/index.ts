import { ContratEntity } from './contrat/contrat.entity';
import { EnjeuEntity, OrientationEntity } from './enjeux/enjeu.entity';
import { QpvEntity } from './qpv/qpv.entity';

export { ContratModule } from './contrat.module';
export {
  chercherEpci,
  EN_VIGUEUR_DEPUIS,
  type EpciDeReference,
  epciDeReference,
  qpvDeReference,
} from './referentiel/referentiel';

/** Entities of the area, for the data source. */
export const ENTITES_CONTRAT = [ContratEntity, EnjeuEntity, OrientationEntity, QpvEntity];
