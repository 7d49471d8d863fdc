import { Type } from 'class-transformer';
import { IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { TERRITOIRE } from '../cellule';
import type { FiltresHistorique } from './indicateurs.repository';

/** What narrows the history of the values of an indicator. */
export class FiltresHistoriqueDto implements FiltresHistorique {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2100)
  annee?: number;

  @IsOptional()
  @Matches(...TERRITOIRE)
  territoire?: string;
}
