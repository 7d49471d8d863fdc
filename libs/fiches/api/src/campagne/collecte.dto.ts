import { LIMITES_CAMPAGNE } from '@pleniere/indicateurs/domain';
import { TexteLibre, TexteSimple } from '@pleniere/shared/api';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsOptional, IsUUID, MinLength } from 'class-validator';
import type { RelanceSaisie } from './collecte.service';

const DESTINATAIRES_MAX = 1000;

/** Which place of the matrix is asked for. */
export class PlaceDeMatriceDto {
  @IsUUID()
  fiche!: string;

  /** Organisation of the ville; absent for what is measured over the whole contrat. */
  @IsOptional()
  @IsUUID()
  ville?: string;
}

/** A reminder to send. */
export class RelanceDto implements RelanceSaisie {
  @TexteSimple(LIMITES_CAMPAGNE.objet)
  objet!: string;

  @MinLength(1, { message: 'Ce champ est à remplir.' })
  @TexteLibre(LIMITES_CAMPAGNE.texte)
  texte!: string;

  /** Ids of the people to remind; those who owe nothing any more are left alone. */
  @IsArray()
  @ArrayMinSize(1, { message: 'Choisissez au moins une personne.' })
  @ArrayMaxSize(DESTINATAIRES_MAX)
  @IsUUID(undefined, { each: true })
  destinataires!: string[];
}
