import {
  LIMITES_REFERENTIEL,
  type LectureReferentiel,
  type RoleReferentiel,
  ROLES_REFERENTIEL,
  type SortReferentiel,
  SORTS_REFERENTIEL,
} from '@pleniere/contrat/domain';
import { TexteSimple } from '@pleniere/shared/api';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';

/** What a person says of a file. */
export class LectureReferentielDto implements LectureReferentiel {
  /** What each column holds, in their order; null for one that is left aside. */
  @IsArray()
  @ArrayMaxSize(LIMITES_REFERENTIEL.colonnes)
  @IsIn([...ROLES_REFERENTIEL, null], { each: true })
  roles!: (RoleReferentiel | null)[];

  /** Year of the populations. */
  @IsOptional()
  @IsInt()
  @Min(1990)
  @Max(2100)
  millesime!: number | null;

  /** Who counted the populations, as it is shown beside them. */
  @TexteSimple(LIMITES_REFERENTIEL.source, { min: 0 })
  source!: string;
}

/** Page of a preview. */
export class FiltreReferentielDto {
  /** Only the lines of this sort. */
  @IsOptional()
  @IsIn(SORTS_REFERENTIEL)
  sort?: SortReferentiel;

  /** Page of a hundred lines, from 1. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1000)
  page?: number;
}

/** Application of an import, as its preview showed it. */
export class ApplicationReferentielDto {
  /** Fingerprint that the preview gave. */
  @Matches(/^[\w-]{43}$/, { message: 'L’empreinte de l’aperçu est attendue.' })
  empreinte!: string;
}
