import type { QuestionPosee } from '@pleniere/participation/domain';
import { OuNull, TexteLibre } from '@pleniere/shared/api';
import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsEmail,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { ClassementDto } from '../questions.dto';

/** Which public questions are read. */
export class ChoixPublicDto {
  @IsOptional()
  @Matches(/^QN(\d{3}|02[AB])\d{2}[IMNC]$/)
  quartier?: string;

  @IsOptional()
  @IsUUID()
  ficheId?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(100_000)
  debut?: number;
}

/** What is asked without an account. */
export class QuestionPoseeDto extends ClassementDto implements QuestionPosee {
  @TexteLibre(1200)
  texte!: string;

  @OuNull()
  @IsEmail()
  @MaxLength(254)
  email: string | null = null;

  @IsBoolean()
  confirme = false;
}

/** Whether an answer was of use, by the random key of a browser. */
export class RetourDto {
  @IsString()
  @Length(16, 100)
  cle!: string;

  @IsBoolean()
  utile!: boolean;
}
