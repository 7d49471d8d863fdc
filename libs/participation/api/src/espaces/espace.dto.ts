import { type EspaceSaisie, FORMES_ESPACE, type FormeEspace, LIMITES_SEANCE } from '@pleniere/participation/domain';
import { DateIso, Partiel, TexteLibre, TexteSimple } from '@pleniere/shared/api';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsString,
  IsUUID,
  MaxLength,
  ValidateIf,
} from 'class-validator';

const nonNul = (_: unknown, valeur: unknown) => valeur !== null;

/** What is typed to open an espace de dialogue. */
export class EspaceDto implements EspaceSaisie {
  @TexteSimple(LIMITES_SEANCE.nom)
  nom!: string;

  @IsIn(FORMES_ESPACE)
  forme!: FormeEspace;

  @IsUUID()
  organisationId!: string;

  @TexteLibre(LIMITES_SEANCE.description)
  description = '';

  @DateIso()
  depuis!: string;

  @ValidateIf(nonNul)
  @DateIso()
  jusquA: string | null = null;

  @IsBoolean()
  public = true;

  /** Codes of the quartiers it is for; none when it is open to the whole contrat. */
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsString({ each: true })
  @MaxLength(10, { each: true })
  qpvCodes: string[] = [];
}

/** What is typed to change an espace. */
export class EspacePartielDto extends Partiel(EspaceDto) {}
