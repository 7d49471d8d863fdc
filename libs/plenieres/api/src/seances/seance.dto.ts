import {
  type College,
  COLLEGES,
  LIMITES_PLENIERES,
  type PresenceCollege,
  type SeanceSaisie,
  type StatutSeance,
  STATUTS_SEANCE,
} from '@pleniere/plenieres/domain';
import { DateIso, OuNull, Partiel, TexteHtml, TexteSimple } from '@pleniere/shared/api';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsUUID,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';

/** How many people of a collège came. */
export class PresenceDto implements PresenceCollege {
  @IsIn(COLLEGES)
  college!: College;

  @IsInt()
  @Min(0)
  @Max(LIMITES_PLENIERES.presents)
  presents!: number;

  @IsInt()
  @Min(0)
  @Max(LIMITES_PLENIERES.presents)
  excuses!: number;
}

/** What is typed to create a séance. */
export class SeanceDto implements SeanceSaisie {
  @IsUUID()
  instanceId!: string;

  @DateIso()
  date!: string;

  @Matches(/^(|([01]\d|2[0-3]):[0-5]\d)$/, { message: 'Une heure est attendue, sous la forme 14:00.' })
  heure = '';

  @TexteSimple(LIMITES_PLENIERES.lieu, { min: 0 })
  lieu = '';

  @IsIn(STATUTS_SEANCE)
  statut: StatutSeance = 'preparation';

  @IsArray()
  @ArrayMaxSize(COLLEGES.length)
  @ArrayUnique(({ college }: PresenceDto) => college, { message: 'Un collège est compté deux fois.' })
  @ValidateNested({ each: true })
  @Type(() => PresenceDto)
  presences: PresenceDto[] = [];

  @TexteHtml(LIMITES_PLENIERES.compteRendu)
  compteRendu = '';
}

/** What is typed to change a séance. */
export class SeancePartielleDto extends Partiel(SeanceDto) {}

/** A point of the agenda as it is typed: a fiche, or a subject. */
export class PointDto {
  @OuNull()
  @IsUUID()
  ficheId!: string | null;

  @TexteSimple(LIMITES_PLENIERES.titre, { min: 0 })
  titre!: string;
}

/** The whole agenda, in its order. */
export class OrdreDuJourDto {
  @IsArray()
  @ArrayMaxSize(LIMITES_PLENIERES.points)
  @ValidateNested({ each: true })
  @Type(() => PointDto)
  points!: PointDto[];
}
