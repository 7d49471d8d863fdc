import {
  type EnjeuSaisie,
  LIMITES_CONTRAT,
  type OrientationSaisie,
  type TypeEnjeu,
  TYPES_ENJEU,
} from '@pleniere/contrat/domain';
import { Partiel, TexteSimple } from '@pleniere/shared/api';
import { IsIn, IsInt, IsUUID, Matches, Max, Min } from 'class-validator';

const { intitule, orientation, couleur } = LIMITES_CONTRAT;

/** What is typed to create an enjeu. */
export class EnjeuDto implements EnjeuSaisie {
  @IsIn(TYPES_ENJEU)
  type!: TypeEnjeu;

  /** Rank within its type; opens the codes of its fiches. */
  @IsInt()
  @Min(1)
  @Max(99)
  numero!: number;

  @TexteSimple(intitule)
  intitule!: string;

  @Matches(couleur, { message: 'Une couleur s’écrit comme #1d3f72.' })
  couleur!: string;
}

/** What is typed to change an enjeu. */
export class EnjeuPartielDto extends Partiel(EnjeuDto) {}

/** What is typed to create an orientation. */
export class OrientationDto implements OrientationSaisie {
  @IsUUID()
  enjeuId!: string;

  @TexteSimple(orientation)
  texte!: string;
}

/** What is typed to change an orientation. */
export class OrientationPartielleDto extends Partiel(OrientationDto) {}
