import { IsIn, IsInt, IsOptional, IsUUID, Matches, Max, Min } from 'class-validator';
import { Type } from 'class-transformer';
import { TERRITOIRE } from '../cellule';

/** Value that a file supports, and what its giver answers of the people in it. */
export class PieceSaisieDto {
  @IsUUID()
  indicateurId!: string;

  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(9999)
  annee!: number;

  @Matches(...TERRITOIRE)
  territoire!: string;

  /** Whether people can be recognised in it: always answered, nothing is presumed. */
  @IsIn(['oui', 'non'], { message: 'Dites si ce fichier contient des données personnelles.' })
  donneesPersonnelles!: 'oui' | 'non';
}

/** Query of the list. */
export class FiltrePiecesDto {
  /** Only those of this indicator. */
  @IsOptional()
  @IsUUID()
  indicateur?: string;
}
