import { type ArreteSaisie, LIMITES_ARRETE } from '@pleniere/plenieres/domain';
import { OuNull, TexteSimple } from '@pleniere/shared/api';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsUUID } from 'class-validator';

/** What is chosen to freeze an arrêté. */
export class ArreteDto implements ArreteSaisie {
  @TexteSimple(LIMITES_ARRETE.titre)
  titre!: string;

  /** Séance for which it is made, or null. */
  @OuNull()
  @IsUUID()
  seanceId: string | null = null;

  /** Fiches in force, in the order in which the arrêté holds them. */
  @IsArray()
  @ArrayMinSize(1, { message: 'Choisissez au moins une fiche.' })
  @ArrayMaxSize(LIMITES_ARRETE.fiches)
  @ArrayUnique({ message: 'Une fiche est choisie deux fois.' })
  @IsUUID(undefined, { each: true })
  ficheIds!: string[];
}
