import { ApiProperty } from '@nestjs/swagger';
import {
  type AppelSaisie,
  type CandidatureSaisie,
  type ChiffreExterne,
  type ConsultationExterneSaisie,
  type CritereAppel,
  type InstructionSaisie,
  type StatutCandidature,
  STATUTS_CANDIDATURE,
} from '@pleniere/participation/domain';
import { DateIso, MomentIso, OuNull, TexteLibre, TexteSimple } from '@pleniere/shared/api';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsUUID,
  Matches,
  Max,
  Min,
  ValidateBy,
  ValidateNested,
} from 'class-validator';

/** A criterion of a call for projects. */
export class CritereDto implements CritereAppel {
  @Matches(/^[a-z0-9-]{1,40}$/)
  id!: string;

  @TexteSimple(200)
  libelle!: string;

  @IsInt()
  @Min(1)
  @Max(10)
  poids!: number;
}

/** What is typed of a call for projects. */
export class AppelProjetsDto implements AppelSaisie {
  @TexteSimple(200)
  titre!: string;

  @TexteLibre(8000)
  texte = '';

  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique(({ id }: CritereDto) => id)
  @ValidateNested({ each: true })
  @Type(() => CritereDto)
  criteres: CritereDto[] = [];

  @MomentIso()
  ouverture!: string;

  @MomentIso()
  cloture!: string;
}

/** What is typed when somebody applies. */
export class CandidatureDto implements CandidatureSaisie {
  @TexteSimple(200)
  porteur!: string;

  @ApiProperty({ type: String, nullable: true })
  @OuNull()
  @Matches(/^\d{14}$/, { message: 'Un SIRET compte 14 chiffres.' })
  siret: string | null = null;

  @TexteSimple(200)
  titre!: string;

  @TexteLibre(4000)
  resume!: string;

  @ApiProperty({ type: Number, nullable: true })
  @OuNull()
  @IsInt()
  @Min(0)
  @Max(100_000_000_000)
  montantCentimes: number | null = null;

  @TexteSimple(254, { min: 0 })
  contact = '';

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  @OuNull()
  @IsUUID()
  ideeId: string | null = null;
}

const notesSur5 = (notes: unknown): boolean =>
  typeof notes === 'object' &&
  notes !== null &&
  Object.values(notes).every((note) => Number.isInteger(note) && Number(note) >= 0 && Number(note) <= 5);

/** What the instruction of a candidature writes. */
export class InstructionDto implements InstructionSaisie {
  @IsIn(STATUTS_CANDIDATURE)
  statut!: StatutCandidature;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'number', minimum: 0, maximum: 5 } })
  @IsObject()
  @ValidateBy({ name: 'notes', validator: { validate: notesSur5, defaultMessage: () => 'Chaque note va de 0 à 5.' } })
  notes: Record<string, number> = {};

  @TexteLibre(4000)
  avis = '';

  @TexteLibre(2000)
  motif = '';

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  @OuNull()
  @IsUUID()
  ficheId: string | null = null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  @OuNull()
  @IsUUID()
  actionId: string | null = null;
}

/** A date of somebody else’s consultation, with where it was read. */
export class DateExterneDto {
  @TexteSimple(200)
  libelle!: string;

  @DateIso()
  date!: string;

  @TexteSimple(300, { min: 0 })
  source = '';
}

/** A figure that was hoped for, and the one that came. */
export class ChiffreExterneDto implements ChiffreExterne {
  @ApiProperty({ type: Number, nullable: true })
  @OuNull()
  @IsInt()
  @Min(0)
  objectif: number | null = null;

  @ApiProperty({ type: Number, nullable: true })
  @OuNull()
  @IsInt()
  @Min(0)
  realise: number | null = null;
}

/** Figures of somebody else’s consultation. */
export class ChiffresExternesDto {
  @IsOptional()
  @ValidateNested()
  @Type(() => ChiffreExterneDto)
  participants?: ChiffreExterneDto;

  @IsOptional()
  @ValidateNested()
  @Type(() => ChiffreExterneDto)
  propositions?: ChiffreExterneDto;

  @IsOptional()
  @ValidateNested()
  @Type(() => ChiffreExterneDto)
  votes?: ChiffreExterneDto;
}

/** A priority of an agenda citoyen. */
export class PrioriteDto {
  @TexteSimple(200)
  titre!: string;

  @TexteLibre(2000)
  texte = '';
}

/** A project that followed. */
export class ProjetExterneDto extends PrioriteDto {
  @TexteSimple(200, { min: 0 })
  porteur = '';
}

/** What is typed of somebody else’s consultation. */
export class ConsultationExterneDto implements ConsultationExterneSaisie {
  @TexteSimple(200)
  nom!: string;

  @TexteSimple(200)
  organisateur!: string;

  @TexteSimple(300, { min: 0 })
  question = '';

  @TexteSimple(300)
  source!: string;

  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @Matches(/^(|https?:\/\/\S{1,490})$/, { message: 'Une adresse https://… est attendue.' })
  adresse = '';

  @IsArray()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => DateExterneDto)
  dates: DateExterneDto[] = [];

  @ValidateNested()
  @Type(() => ChiffresExternesDto)
  chiffres: ChiffresExternesDto = new ChiffresExternesDto();

  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => PrioriteDto)
  agenda: PrioriteDto[] = [];

  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => ProjetExterneDto)
  projets: ProjetExterneDto[] = [];
}
