import { CATEGORIES } from '@pleniere/acteurs/domain';
import { CODE_QPV } from '@pleniere/contrat/domain';
import {
  LIMITES_FICHE,
  STATUTS_FICHE,
  type FicheSaisie,
  type FiltresFiches,
  type StatutFiche,
} from '@pleniere/fiches/domain';
import { OuNull, TexteSimple } from '@pleniere/shared/api';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsUUID, isUUID, Matches, Max, Min, ValidateBy } from 'class-validator';
import {} from './champs/formes.decorator';

const CATEGORIES_CONNUES: readonly string[] = CATEGORIES;

/** What creates a fiche. */
export class FicheSaisieDto implements FicheSaisie {
  @IsUUID()
  enjeuId!: string;

  /** Rank within the enjeu; null takes the next one. */
  @OuNull()
  @IsInt()
  @Min(1)
  @Max(999)
  rang!: number | null;

  @TexteSimple(LIMITES_FICHE.titre)
  titre!: string;
}

/** Filters of the list, each absent when it does not filter. */
export class FiltresFichesDto implements FiltresFiches {
  @IsOptional()
  @TexteSimple(200, { min: 0 })
  q?: string;

  @IsOptional()
  @IsUUID()
  enjeu?: string;

  /** Organisation of category ville. */
  @IsOptional()
  @IsUUID()
  ville?: string;

  @IsOptional()
  @Matches(CODE_QPV)
  qpv?: string;

  /** Organisation or category. */
  @IsOptional()
  @ValidateBy({
    name: 'organisationOuCategorie',
    validator: {
      validate: (valeur: unknown) =>
        typeof valeur === 'string' && (isUUID(valeur) || CATEGORIES_CONNUES.includes(valeur)),
      defaultMessage: () => 'Une organisation ou une catégorie est attendue.',
    },
  })
  pilote?: string;

  @IsOptional()
  @IsIn(STATUTS_FICHE)
  statut?: StatutFiche;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1_000)
  page?: number;
}
