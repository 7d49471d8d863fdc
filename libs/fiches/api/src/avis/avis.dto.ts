import {
  LIMITES_AVIS,
  SENS_AVIS,
  type AvisSaisi,
  type ChampId,
  type PointSaisi,
  type SensAvis,
} from '@pleniere/fiches/domain';
import { OuNull, TexteLibre } from '@pleniere/shared/api';
import { IsIn, IsString, IsUUID, MaxLength } from 'class-validator';
import { ListeDe } from '../fiche/champs/formes.decorator';

const CHAMP_MAX = 60;

/** One point of an avis. */
export class PointSaisiDto implements PointSaisi {
  @IsUUID()
  id!: string;

  /** Field of the sheet; null for the whole of it. */
  @OuNull()
  @IsString()
  @MaxLength(CHAMP_MAX)
  champ!: ChampId | null;

  @TexteLibre(LIMITES_AVIS.point)
  texte!: string;
}

/** An avis being written. */
export class AvisSaisiDto implements AvisSaisi {
  @OuNull()
  @IsIn(SENS_AVIS)
  sens!: SensAvis | null;

  @TexteLibre(LIMITES_AVIS.texte)
  texte!: string;

  @ListeDe(PointSaisiDto, LIMITES_AVIS.points)
  points!: PointSaisiDto[];
}

/** What becomes of a point, in words. */
export class PointSuiviDto {
  @IsIn(['ouvert', 'leve'])
  statut!: 'ouvert' | 'leve';

  @TexteLibre(LIMITES_AVIS.reponse)
  reponse!: string;
}
