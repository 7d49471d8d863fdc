import type { LignePapier } from '@pleniere/participation/domain';
import { TexteLibre, TexteSimple } from '@pleniere/shared/api';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import type { LotSaisi } from './papier';

/** Sets a participant apart, or brings them back, with the reason. */
export class SuspicionDto {
  @IsBoolean()
  suspect!: boolean;

  @TexteLibre(1000)
  motif = '';
}

/** Votes on paper for one proposition. */
export class LignePapierDto implements LignePapier {
  @IsUUID()
  propositionId!: string;

  @IsInt()
  @Min(0)
  @Max(100_000)
  pour!: number;

  @IsInt()
  @Min(0)
  @Max(100_000)
  contre!: number;

  @IsInt()
  @Min(0)
  @Max(100_000)
  neutre!: number;
}

/** A lot typed for the second time. */
export class ControleDto {
  @IsInt()
  @Min(1)
  @Max(100_000)
  bulletins!: number;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(300)
  @ArrayUnique(({ propositionId }: LignePapierDto) => propositionId, {
    message: 'Une proposition est comptée deux fois.',
  })
  @ValidateNested({ each: true })
  @Type(() => LignePapierDto)
  lignes!: LignePapierDto[];
}

/** A lot of paper votes; `id` chosen by whoever types it offline. */
export class LotDto extends ControleDto implements LotSaisi {
  @IsOptional()
  @IsUUID()
  id?: string;

  @IsIn(['papier', 'mediateur'])
  canal!: 'papier' | 'mediateur';

  @TexteSimple(200)
  libelle!: string;
}
