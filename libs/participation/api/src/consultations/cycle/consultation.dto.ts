import { ApiProperty } from '@nestjs/swagger';
import {
  CIRCUIT_CONSULTATION,
  type ConsultationSaisie,
  type DatesConsultation,
  type ExigenceConsultation,
  EXIGENCES_CONSULTATION,
  NIVEAUX_PARTICIPATION,
  PARAMETRES_CONSULTATION,
  type TransitionConsultation,
} from '@pleniere/participation/domain';
import { OuNull, Partiel, TexteLibre, TexteSimple } from '@pleniere/shared/api';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsDateString,
  IsIn,
  IsInt,
  IsOptional,
  IsUUID,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';

const ACTES: readonly string[] = CIRCUIT_CONSULTATION.filter(({ par }) => par === 'acte').map(
  ({ transition }) => transition,
);
const INSTANT = /^[12]\d{3}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?(Z|\+00:00)$/;
const attendu = { message: 'Un instant est attendu, sous la forme 2026-11-30T17:00:00Z.' };

/** Instants of a consultation, in universal time. */
export class DatesConsultationDto implements DatesConsultation {
  @Matches(INSTANT, attendu)
  @IsDateString({ strict: true }, attendu)
  ouverture!: string;

  @Matches(INSTANT, attendu)
  @IsDateString({ strict: true }, attendu)
  finPropositions!: string;

  @Matches(INSTANT, attendu)
  @IsDateString({ strict: true }, attendu)
  fin!: string;
}

/** New instants, with the reason that everybody will read. */
export class ChangementDatesDto extends DatesConsultationDto {
  @TexteSimple(1000, { min: 0 })
  motif = '';
}

class ChampsConsultationDto implements ConsultationSaisie {
  @TexteSimple(PARAMETRES_CONSULTATION.question)
  question!: string;

  @TexteLibre(4000)
  description!: string;

  @TexteLibre(4000)
  charte!: string;

  @TexteLibre(4000)
  mentionRgpd!: string;

  @IsBoolean()
  touteLaVille!: boolean;

  @IsIn(EXIGENCES_CONSULTATION)
  exigence!: ExigenceConsultation;

  @IsIn(NIVEAUX_PARTICIPATION)
  niveau!: string;

  @TexteLibre(1000)
  sansAmorces!: string;

  @ApiProperty({ type: Number, nullable: true })
  @OuNull()
  @IsInt()
  @Min(1)
  @Max(10_000_000)
  objectifParticipants!: number | null;

  @ApiProperty({ type: Number, nullable: true })
  @OuNull()
  @IsInt()
  @Min(1)
  @Max(100_000_000)
  objectifVotes!: number | null;

  @TexteLibre(60_000)
  rapport!: string;

  @TexteLibre(20_000)
  methode!: string;

  @TexteLibre(20_000)
  suites!: string;

  @IsArray()
  @ArrayMaxSize(100)
  @ArrayUnique()
  @Matches(/^QN\w{4,10}$/, { each: true, message: 'Ce quartier est inconnu.' })
  qpvCodes!: string[];

  @IsArray()
  @ArrayMaxSize(100)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  ficheIds!: string[];

  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  moderateurIds!: string[];
}

/** What is typed to change a consultation. */
export class ConsultationPartielleDto extends Partiel(ChampsConsultationDto) {}

/** What is typed to start a consultation: its question is enough. */
export class ConsultationDto extends ConsultationPartielleDto {
  @TexteSimple(PARAMETRES_CONSULTATION.question)
  override question!: string;
}

/** An act of the team on a consultation, with its motif where one is read by everybody. */
export class ActeConsultationDto {
  @ApiProperty({ enum: ACTES })
  @IsIn(ACTES)
  transition!: TransitionConsultation;

  @IsOptional()
  @TexteSimple(1000, { min: 0 })
  motif?: string = '';
}

/** How many codes to draw for as many residents. */
export class CodesDto {
  @IsInt()
  @Min(1)
  @Max(5000)
  nombre!: number;
}

/** One proposition that the team starts with. */
export class AmorceDto {
  @TexteSimple(600)
  texte!: string;
}

/** Propositions that the team starts with. */
export class AmorcesDto {
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => AmorceDto)
  amorces!: AmorceDto[];
}
