import {
  type DecisionSaisie,
  type EtapeLien,
  ETAPES_LIEN,
  type FiltreLiens,
  type LienSaisi,
  LIMITES_LIENS,
  type SorteCible,
  SORTES_CIBLE,
  SORTES_SOURCE,
  type SorteSource,
  type SuiteContribution,
  SUITES_CONTRIBUTION,
} from '@pleniere/participation/domain';
import { OuNull, TexteLibre } from '@pleniere/shared/api';
import { IsIn, IsInt, IsOptional, IsUUID, Matches, Max, Min } from 'class-validator';

const QPV = /^QN(\d{3}|02[AB])\d{2}[IMNC]$/;

/** What the links are read by. */
export class FiltreLiensDto implements FiltreLiens {
  @IsOptional()
  @IsUUID()
  question?: string;

  @IsOptional()
  @IsUUID()
  seance?: string;

  @IsOptional()
  @IsUUID()
  idee?: string;

  @IsOptional()
  @IsUUID()
  proposition?: string;

  @IsOptional()
  @IsUUID()
  fiche?: string;

  @IsOptional()
  @IsUUID()
  indicateur?: string;

  @IsOptional()
  @Matches(QPV)
  quartier?: string;
}

/** A link to make. */
export class LienSaisiDto implements LienSaisi {
  @IsIn(SORTES_SOURCE)
  source!: SorteSource;

  @IsUUID()
  sourceId!: string;

  @IsIn(SORTES_CIBLE)
  cible!: SorteCible;

  @IsUUID()
  cibleId!: string;

  @IsIn(ETAPES_LIEN)
  etape!: EtapeLien;

  @TexteLibre(LIMITES_LIENS.preuve)
  preuve = '';
}

/** What became of a contribution. */
export class DecisionSaisieDto implements DecisionSaisie {
  @IsIn(SUITES_CONTRIBUTION)
  suite!: SuiteContribution;

  @TexteLibre(LIMITES_LIENS.motif)
  motif = '';

  /** Number of the revision that it caused. */
  @OuNull()
  @IsInt()
  @Min(1)
  @Max(10000)
  revision: number | null = null;

  /** Action that it made. */
  @OuNull()
  @IsUUID()
  actionId: string | null = null;
}

/** The text that fiches are suggested for. */
export class TexteSuggereDto {
  @TexteLibre(LIMITES_LIENS.texteSuggere)
  texte = '';
}

/** What the public changes are narrowed to. */
export class FiltreChangementsDto {
  @IsOptional()
  @IsUUID()
  fiche?: string;

  @IsOptional()
  @Matches(QPV)
  quartier?: string;

  /** Number of a question. */
  @IsOptional()
  @Matches(/^[1-9]\d{0,8}$/)
  question?: string;
}
