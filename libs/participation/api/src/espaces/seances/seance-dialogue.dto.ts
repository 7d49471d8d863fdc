import {
  CIRCUIT_SEANCE,
  type DemandeEtape,
  LIMITES_SEANCE,
  type ModaliteSeance,
  MODALITES_SEANCE,
  NIVEAUX_PARTICIPATION,
  type NiveauParticipation,
  type SeanceDialogueSaisie,
  type Sollicitation,
  SOLLICITATIONS,
  type TransitionSeance,
} from '@pleniere/participation/domain';
import { DateIso, Partiel, TexteHtml, TexteLibre, TexteSimple } from '@pleniere/shared/api';
import {
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';

const nonNul = (_: unknown, valeur: unknown) => valeur !== null;

/** What is typed of a séance; its statut changes by transitions alone. */
export class CadreSeanceDto implements SeanceDialogueSaisie {
  @ValidateIf(nonNul)
  @IsString()
  @MaxLength(10)
  qpvCode: string | null = null;

  @DateIso()
  date!: string;

  @Matches(/^(|([01]\d|2[0-3]):[0-5]\d)$/, { message: 'Une heure est attendue, sous la forme 18:30.' })
  heure = '';

  @ValidateIf(nonNul)
  @IsInt()
  @Min(LIMITES_SEANCE.dureeMin)
  @Max(LIMITES_SEANCE.dureeMax)
  dureeMinutes: number | null = null;

  @TexteSimple(LIMITES_SEANCE.lieu, { min: 0 })
  lieu = '';

  @IsIn(MODALITES_SEANCE)
  modalite: ModaliteSeance = 'presentiel';

  /** How residents were invited to speak. */
  @IsArray()
  @ArrayUnique()
  @IsIn(SOLLICITATIONS, { each: true })
  sollicitations: Sollicitation[] = [];

  @TexteLibre(LIMITES_SEANCE.ordreDuJour)
  ordreDuJour = '';

  @TexteHtml(LIMITES_SEANCE.compteRendu)
  compteRendu = '';

  @ValidateIf(nonNul)
  @IsIn(NIVEAUX_PARTICIPATION)
  niveauParticipation: NiveauParticipation | null = null;

  /** Why that level, in the animateur's words. */
  @TexteLibre(LIMITES_SEANCE.justification)
  niveauJustification = '';

  @TexteSimple(LIMITES_SEANCE.ressentiQuestion, { min: 0 })
  ressentiQuestion = '';
}

/** What is typed to plan a séance; its id may be made by the device, so that sending it twice plans it once. */
export class SeanceDialogueDto extends CadreSeanceDto {
  @IsOptional()
  @IsUUID()
  id?: string;
}

/** What is typed to change a séance. */
export class SeanceDialoguePartielleDto extends Partiel(CadreSeanceDto) {}

/** A step to take, with what it asks. */
export class TransitionSeanceDto implements DemandeEtape {
  @IsIn(CIRCUIT_SEANCE.map(({ transition }) => transition))
  transition!: TransitionSeance;

  @TexteSimple(LIMITES_SEANCE.motif, { min: 0 })
  motif = '';

  @ValidateIf(nonNul)
  @DateIso()
  date: string | null = null;
}
