import { ApiProperty } from '@nestjs/swagger';
import {
  MOTIFS_SIGNALEMENT,
  type MotifSignalement,
  PRENOM,
  type ProfilParticipant,
  type PropositionEnvoyee,
  type Qualification,
  QUALIFICATIONS,
  type SignalementEnvoye,
  type ValeurVote,
  type VoteEnvoye,
} from '@pleniere/participation/domain';
import { OuNull, TexteLibre, TexteSimple } from '@pleniere/shared/api';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
} from 'class-validator';

const TOUTES: readonly string[] = [...new Set(Object.values(QUALIFICATIONS).flat())];
/** A vote as it is sent. */
export class VoteDto implements VoteEnvoye {
  @ApiProperty({ type: Number, enum: [1, 0, -1], nullable: true })
  @OuNull()
  @IsIn([1, 0, -1])
  valeur!: ValeurVote | null;

  @IsArray()
  @ArrayMaxSize(3)
  @IsIn(TOUTES, { each: true })
  qualifications: Qualification[] = [];

  @IsOptional()
  @IsUUID()
  sequenceId?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  jeton?: string | null;
}

/** A proposition as it is sent. */
export class PropositionDto implements PropositionEnvoyee {
  @TexteSimple(2000)
  texte!: string;

  @ApiProperty({ type: String, nullable: true, required: false, maxLength: 40 })
  @IsOptional()
  @Matches(PRENOM, { message: 'Un prénom s’écrit en lettres, en 40 caractères au plus.' })
  prenom?: string | null;

  @IsOptional()
  @IsEmail()
  @MaxLength(254)
  email?: string | null;
}

/** A report of a proposition. */
export class SignalementDto implements SignalementEnvoye {
  @IsIn(MOTIFS_SIGNALEMENT)
  motif!: MotifSignalement;

  @IsOptional()
  @TexteLibre(1000)
  detail?: string;
}

/** Why a refusal is contested. */
export class AppelDto {
  @TexteLibre(1000)
  texte!: string;
}

/** What is being written, to look for what is close. */
export class TexteProcheDto {
  @TexteSimple(600, { min: 0 })
  texte!: string;
}

/** What somebody says of themselves; null says nothing. */
export class ProfilDto implements ProfilParticipant {
  @ApiProperty({ type: String, nullable: true })
  @OuNull()
  @Matches(/^[a-z0-9-]{1,40}$/)
  trancheAge!: string | null;

  @ApiProperty({ type: String, nullable: true })
  @OuNull()
  @Matches(/^[a-z0-9-]{1,40}$/)
  genre!: string | null;

  @ApiProperty({ type: String, nullable: true })
  @OuNull()
  @Matches(/^QN\w{4,10}$/)
  qpvCode!: string | null;

  @ApiProperty({ type: String, nullable: true })
  @OuNull()
  @IsIn(['habitant', 'professionnel', 'ne-souhaite-pas-repondre'])
  situation!: ProfilParticipant['situation'];

  @ApiProperty({ type: Boolean, nullable: true })
  @OuNull()
  @IsBoolean()
  premiereFois!: boolean | null;
}

/** Which page of propositions is asked. */
export class PageDto {
  @IsOptional()
  @Matches(/^\d{1,9}$/)
  avant?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  mots?: string;
}

/** Codes that a visitor may give with a request. */
export class ArriveeDto {
  @IsOptional()
  @IsBoolean()
  nouvelle?: boolean;
}
