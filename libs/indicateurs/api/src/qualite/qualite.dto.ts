import {
  type CelluleVersionnee,
  type DecisionDeValeurs,
  DECISIONS_VALEUR,
  type DecisionValeur,
  LIMITES_DECISION,
  type Ventilation,
  VENTILATIONS,
} from '@pleniere/indicateurs/domain';
import { TexteLibre } from '@pleniere/shared/api';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsUUID,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { ENTIER_MAX, TERRITOIRE } from '../cellule';

/** A cell from the version that was read. */
export class CelluleVersionneeDto implements CelluleVersionnee {
  @IsUUID()
  indicateurId!: string;

  @IsInt()
  @Min(0)
  @Max(9999)
  annee!: number;

  @Matches(...TERRITOIRE)
  territoire!: string;

  @IsIn(VENTILATIONS)
  ventilation: Ventilation = 'total';

  @IsInt()
  @Min(1)
  @Max(ENTIER_MAX)
  version!: number;
}

/** Values to validate or to return, together. */
export class DecisionDeValeursDto implements DecisionDeValeurs {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(LIMITES_DECISION.cellules)
  @ValidateNested({ each: true })
  @Type(() => CelluleVersionneeDto)
  cellules!: CelluleVersionneeDto[];

  @IsIn(DECISIONS_VALEUR)
  decision!: DecisionValeur;

  /** Why they are returned; not read otherwise. */
  @TexteLibre(LIMITES_DECISION.motif)
  motif = '';
}

/** Query of the values to check. */
export class FiltreVerificationDto {
  /** The present year unless told. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2100)
  annee?: number;
}
