import { CODE_QPV, LIMITES_QPV, type QpvSaisie } from '@pleniere/contrat/domain';
import { DateIso, Partiel, TexteSimple } from '@pleniere/shared/api';
import { IsBoolean, IsOptional, IsString, Matches, MaxLength } from 'class-validator';

/** Choice of a QPV in the national list. */
export class AjoutQpvDto {
  @Matches(CODE_QPV, { message: 'Un code de quartier prioritaire s’écrit comme QN03709M.' })
  code!: string;
}

class QpvDto implements QpvSaisie {
  /** Name that residents use, or null. */
  @IsOptional()
  @TexteSimple(LIMITES_QPV.libelleEditorial)
  libelleEditorial!: string | null;

  /** True when the quartier is in the national renewal programme. */
  @IsBoolean()
  npnru!: boolean;

  /** Day on which the perimeter ends, or null. */
  @IsOptional()
  @DateIso()
  validTo!: string | null;
}

/** What the team changes of a QPV. */
export class QpvPartielDto extends Partiel(QpvDto) {}

/** Search in the national list. */
export class RechercheQpvDto {
  @IsOptional()
  @IsString()
  @MaxLength(100, { message: 'La recherche dépasse 100 caractères.' })
  q?: string;
}
