import {
  estRole,
  LIMITES_IMPORT,
  MODES_APPLICATION,
  type ModeApplication,
  type RoleColonne,
  type SortCase,
  SORTS_CASE,
} from '@pleniere/indicateurs/domain';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, IsUUID, Matches, Max, Min, ValidateBy } from 'class-validator';

function EstRoleOuNull(): PropertyDecorator {
  return ValidateBy(
    {
      name: 'estRole',
      validator: {
        validate: (role: unknown) => role === null || (typeof role === 'string' && estRole(role)),
        defaultMessage: () => 'Cette colonne du format d’échange n’existe pas.',
      },
    },
    { each: true },
  );
}

/** Another understanding of an open import; what is left out is proposed again. */
export class ColonnesDto {
  /** Sheet to read, from 0. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(LIMITES_IMPORT.feuilles)
  feuille?: number;

  /** Row of the headings, from 1. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(LIMITES_IMPORT.lignes)
  ligneTitres?: number;

  /** What each column holds, in their order; null for one that is left aside. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(LIMITES_IMPORT.colonnes)
  @EstRoleOuNull()
  roles?: (RoleColonne | null)[];
}

/** Application of an import, as its preview showed it. */
export class ApplicationDto {
  @IsIn(MODES_APPLICATION)
  mode!: ModeApplication;

  /** Fingerprint that the preview gave. */
  @Matches(/^[\w-]{43}$/, { message: 'L’empreinte de l’aperçu est attendue.' })
  empreinte!: string;
}

/** Page of a preview. */
export class FiltreCasesDto {
  /** Only the cells of this sort. */
  @IsOptional()
  @IsIn(SORTS_CASE)
  sort?: SortCase;

  /** Page of 500 cells, from 1. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1000)
  page?: number;
}

/** Query of the template. */
export class FiltreModeleDto {
  /** Only the indicators of this fiche. */
  @IsOptional()
  @IsUUID()
  fiche?: string;
}
