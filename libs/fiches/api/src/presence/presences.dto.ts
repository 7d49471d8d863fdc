import { CHAMPS_ECRITS, type ChampId, type PresenceSaisie } from '@pleniere/fiches/domain';
import { OuNull } from '@pleniere/shared/api';
import { IsIn, IsUUID } from 'class-validator';
import {} from '../fiche/champs/formes.decorator';

/** What a page that is open on a fiche says of itself. */
export class PresenceSaisieDto implements PresenceSaisie {
  /** The page, by an id that it gives itself. */
  @IsUUID()
  onglet!: string;

  /** Field that is being written, null when none is. */
  @OuNull()
  @IsIn(CHAMPS_ECRITS.map(({ id }) => id))
  champ!: ChampId | null;
}
