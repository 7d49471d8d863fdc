import { ApiProperty } from '@nestjs/swagger';
import { type ExceptionSaisie, LIMITES_CAMPAGNE, type OuvertureCampagne } from '@pleniere/indicateurs/domain';
import { DateIso, OuNull, Partiel, TexteLibre, TexteSimple } from '@pleniere/shared/api';
import { IsInt, IsUUID, MinLength } from 'class-validator';
import type { ChangementCampagne } from './campagnes.service';

/** Opens the campagne of a year. */
export class OuvertureCampagneDto implements OuvertureCampagne {
  @IsInt({ message: 'Une année est attendue.' })
  annee!: number;

  @DateIso()
  echeance!: string;

  @TexteLibre(LIMITES_CAMPAGNE.consigne)
  consigne!: string;
}

/** What a campagne says while it runs. */
class CampagneDto {
  @DateIso()
  echeance!: string;

  @TexteLibre(LIMITES_CAMPAGNE.consigne)
  consigne!: string;

  @TexteSimple(LIMITES_CAMPAGNE.objet)
  relanceObjet!: string;

  @MinLength(1, { message: 'Ce champ est à remplir.' })
  @TexteLibre(LIMITES_CAMPAGNE.texte)
  relanceTexte!: string;
}

/** The parts of a campagne that change. */
export class ChangementCampagneDto extends Partiel(CampagneDto) implements ChangementCampagne {}

/** Reason of a reopening. */
export class ReouvertureDto {
  @TexteSimple(LIMITES_CAMPAGNE.motif)
  motif!: string;
}

/** Opens a closed year to one organisation. */
export class ExceptionDto implements ExceptionSaisie {
  @IsUUID(undefined, { message: 'Choisissez une organisation.' })
  organisationId!: string;

  /** Fiche to which it is limited; null opens them all. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  @OuNull()
  @IsUUID(undefined, { message: 'Cette fiche n’existe pas dans ce contrat.' })
  ficheId!: string | null;

  @TexteSimple(LIMITES_CAMPAGNE.motif)
  motif!: string;

  @DateIso()
  jusquAu!: string;
}
