import { COTES_ENTREE, LIMITES_CIRCUIT, type RetablissementChamp } from '@pleniere/fiches/domain';
import { MomentIso, TexteLibre } from '@pleniere/shared/api';
import { IsIn, Matches } from 'class-validator';

/** Which past text of a fiche is read. */
export class MomentDto {
  /** A day, read as it ended in Paris, or an instant. */
  @MomentIso()
  quand!: string;
}

/** Brings one field back to what an entry of the journal tells. */
export class RetablissementChampDto implements RetablissementChamp {
  @Matches(/^\d{1,18}$/, { message: 'Un numéro d’entrée du journal est attendu.' })
  entree!: string;

  /** What the field was before that change, or after it. */
  @IsIn(COTES_ENTREE)
  cote!: (typeof COTES_ENTREE)[number];

  @TexteLibre(LIMITES_CIRCUIT.motif)
  motif = '';
}

/** Brings the text of a whole revision back in the one being written. */
export class RetablissementRevisionDto {
  @TexteLibre(LIMITES_CIRCUIT.motif)
  motif = '';
}
