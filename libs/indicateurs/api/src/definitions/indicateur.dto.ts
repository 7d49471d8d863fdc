import {
  AGREGATIONS,
  type Agregation,
  type Calcul,
  CALCULS,
  type Dimension,
  DIMENSIONS,
  type IndicateurSaisie,
  LIMITE_MOTIF_RUPTURE,
  LIMITES_INDICATEUR,
  MAILLES,
  type Maille,
  type Modalite,
  type Nature,
  NATURES,
  type Periodicite,
  PERIODICITES,
  type Repere,
  type RuptureSaisie,
  SENS,
  type Sens,
  type TypeIndicateur,
  TYPES_INDICATEUR,
} from '@pleniere/indicateurs/domain';
import { OuNull, Partiel, TexteLibre, TexteSimple } from '@pleniere/shared/api';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsOptional,
  IsUUID,
  Matches,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';

const ANNEES_MAX = 20;
const INDICATEURS_MAX = 200;
/** A number at a year. */
export class RepereDto implements Repere {
  @IsInt()
  @Min(2000)
  @Max(2100)
  annee!: number;

  @IsNumber()
  valeur!: number;
}

/** One answer of a scale or of a closed list. */
export class ModaliteDto implements Modalite {
  @Matches(/^-?[a-z0-9]+(-[a-z0-9]+)*$/, { message: 'Une réponse a pour valeur un mot en minuscules, ou un nombre.' })
  @TexteSimple(60)
  valeur!: string;

  @TexteSimple(LIMITES_INDICATEUR.modalite)
  libelle!: string;
}

/** Body of a new indicator. */
export class IndicateurSaisieDto implements IndicateurSaisie {
  /** Fiche to which the indicator belongs; null for a context indicator. */
  @OuNull()
  @IsUUID()
  ficheId!: string | null;

  @TexteSimple(LIMITES_INDICATEUR.libelle)
  libelle!: string;

  @IsIn(TYPES_INDICATEUR)
  type!: TypeIndicateur;

  @IsIn(NATURES)
  nature!: Nature;

  @TexteSimple(LIMITES_INDICATEUR.unite, { min: 0 })
  unite!: string;

  @IsInt()
  @Min(0)
  @Max(LIMITES_INDICATEUR.decimales)
  decimales!: number;

  @IsIn(SENS)
  sens!: Sens;

  @IsIn(MAILLES)
  maille!: Maille;

  @IsIn(AGREGATIONS)
  agregation!: Agregation;

  @IsIn(PERIODICITES)
  periodicite!: Periodicite;

  @IsArray()
  @ArrayMaxSize(ANNEES_MAX)
  @IsInt({ each: true })
  @Min(2000, { each: true })
  @Max(2100, { each: true })
  anneesPonctuelles!: number[];

  @TexteLibre(LIMITES_INDICATEUR.definition)
  definition!: string;

  @TexteSimple(LIMITES_INDICATEUR.source, { min: 0 })
  source!: string;

  @TexteLibre(LIMITES_INDICATEUR.methode)
  methode!: string;

  /** What is counted above the line of a percentage or a rate. */
  @TexteLibre(LIMITES_INDICATEUR.terme)
  numerateur!: string;

  /** What is counted below the line. */
  @TexteLibre(LIMITES_INDICATEUR.terme)
  denominateur!: string;

  /** Breakdowns asked for beside the total. */
  @IsArray()
  @ArrayUnique()
  @IsIn(DIMENSIONS, { each: true })
  ventilations!: Dimension[];

  /** Indicator whose values weigh those of the territories; null weighs by population. */
  @OuNull()
  @IsUUID()
  ponderationId!: string | null;

  /** Smallest plausible value, or null. */
  @OuNull()
  @IsNumber()
  borneMin!: number | null;

  /** Greatest plausible value, or null. */
  @OuNull()
  @IsNumber()
  borneMax!: number | null;

  /** True when the figure counts since the beginning of the contrat. */
  @IsBoolean()
  cumulatif!: boolean;

  /** Organisation that owes the data, or null. */
  @OuNull()
  @IsUUID()
  responsableId!: string | null;

  @OuNull()
  @ValidateNested()
  @Type(() => RepereDto)
  reference!: RepereDto | null;

  @IsArray()
  @ArrayMaxSize(ANNEES_MAX)
  @ValidateNested({ each: true })
  @Type(() => RepereDto)
  cibles!: RepereDto[];

  @IsArray()
  @ArrayMaxSize(LIMITES_INDICATEUR.modalites)
  @ValidateNested({ each: true })
  @Type(() => ModaliteDto)
  modalites!: ModaliteDto[];

  /** Ids of the expected results that the indicator measures. */
  @IsArray()
  @ArrayMaxSize(100)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  resultatsLies!: string[];

  @IsIn(['public', 'interne'])
  visibilite!: 'public' | 'interne';

  /** Computation from facts, beside the declared values; null for none. */
  @OuNull()
  @IsIn(CALCULS)
  calcul!: Calcul | null;
}

/** Body of a new indicator, and what it was copied from. */
export class NouvelIndicateurDto extends IndicateurSaisieDto {
  /** Key of a definition of the library, or id of another indicator; kept in the journal. */
  @ValidateIf((_, valeur: unknown) => valeur !== undefined)
  @TexteSimple(80)
  origine?: string;
}

/** New definition of an indicator: only what changes. */
export class DefinitionModifieeDto extends Partiel(IndicateurSaisieDto) {}

/** Body of a change: only what changes. */
export class IndicateurModifieDto extends DefinitionModifieeDto {
  /** True when the values already had the meaning that is written now: the wording was wrong. */
  @ValidateIf((_, valeur: unknown) => valeur !== undefined)
  @IsBoolean()
  correction?: boolean;
}

/** Body of a break of series: from which year, why, and the new definition. */
export class RuptureDto implements RuptureSaisie {
  @IsInt()
  @Min(2000)
  @Max(2100)
  depuis!: number;

  @TexteSimple(LIMITE_MOTIF_RUPTURE)
  motif!: string;

  @IsObject()
  @ValidateNested()
  @Type(() => DefinitionModifieeDto)
  definition!: DefinitionModifieeDto;
}

/** New order of the indicators of a fiche: all of them, first to last. */
export class OrdreDto {
  @OuNull()
  @IsUUID()
  ficheId!: string | null;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(INDICATEURS_MAX)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  ids!: string[];
}

/** Query of the list. */
export class FiltreIndicateursDto {
  /** Only the indicators of this fiche. */
  @IsOptional()
  @IsUUID()
  fiche?: string;
}
