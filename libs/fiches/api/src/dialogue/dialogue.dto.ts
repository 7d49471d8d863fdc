import {
  LIMITES_DIALOGUE,
  STATUTS_FIL,
  VISIBILITES_FIL,
  type ChampId,
  type DestinatairePrecision,
  type FilSaisi,
  type MessageSaisi,
  type NoteSaisie,
  type PrecisionSaisie,
  type StatutFil,
  type ValeurAncree,
  type VisibiliteFil,
} from '@pleniere/fiches/domain';
import { VENTILATIONS, type Ventilation } from '@pleniere/indicateurs/domain';
import { DateIso, OuNull, TexteLibre } from '@pleniere/shared/api';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import { ObjetDe } from '../fiche/champs/formes.decorator';

const CHAMP_MAX = 60;
const ID_MAX = 100;
const TERRITOIRE_MAX = 20;
const VIDE = { message: 'Écrivez quelque chose.' };

/** A value that a thread is about. */
export class ValeurAncreeDto implements ValeurAncree {
  @IsUUID()
  indicateurId!: string;

  @IsInt()
  @Min(0)
  @Max(9999)
  annee!: number;

  @IsString()
  @MaxLength(TERRITOIRE_MAX)
  territoire!: string;

  @IsIn(VENTILATIONS)
  ventilation: Ventilation = 'total';
}

/** A message. */
export class MessageSaisiDto implements MessageSaisi {
  @TexteLibre(LIMITES_DIALOGUE.message)
  @MinLength(1, VIDE)
  texte!: string;

  /** People who are told. */
  @IsArray()
  @ArrayMaxSize(LIMITES_DIALOGUE.mentions)
  @ArrayUnique()
  @IsUUID('all', { each: true })
  mentions: string[] = [];
}

/** A thread and its first message. */
export class FilSaisiDto extends MessageSaisiDto implements FilSaisi {
  /** Field of the sheet; null for the whole of it, or for a value. */
  @OuNull()
  @IsString()
  @MaxLength(CHAMP_MAX)
  champ: ChampId | null = null;

  /** Entry of the field, when it holds a list. */
  @OuNull()
  @IsString()
  @MaxLength(ID_MAX)
  elementId: string | null = null;

  @OuNull()
  @ObjetDe(ValeurAncreeDto)
  valeur: ValeurAncreeDto | null = null;

  @IsIn(VISIBILITES_FIL)
  visibilite!: VisibiliteFil;
}

/** What becomes of a thread. */
export class StatutFilDto {
  @IsIn(STATUTS_FIL)
  statut!: StatutFil;
}

/** Whom a question is put to: a person or an organisation. */
export class DestinatairePrecisionDto implements DestinatairePrecision {
  @OuNull()
  @IsUUID()
  personneId: string | null = null;

  @OuNull()
  @IsUUID()
  organisationId: string | null = null;
}

/** A demande de précision. */
export class PrecisionSaisieDto implements PrecisionSaisie {
  @OuNull()
  @IsString()
  @MaxLength(CHAMP_MAX)
  champ: ChampId | null = null;

  @TexteLibre(LIMITES_DIALOGUE.question)
  @MinLength(1, { message: 'Posez votre question.' })
  question!: string;

  @ObjetDe(DestinatairePrecisionDto)
  destinataire!: DestinatairePrecisionDto;

  @DateIso()
  echeance!: string;
}

/** The answer to a demande. */
export class ReponsePrecisionDto {
  @TexteLibre(LIMITES_DIALOGUE.reponse)
  @MinLength(1, { message: 'Écrivez votre réponse.' })
  reponse!: string;
}

/** A note of the State. */
export class NoteSaisieDto implements NoteSaisie {
  @OuNull()
  @IsString()
  @MaxLength(CHAMP_MAX)
  champ: ChampId | null = null;

  @TexteLibre(LIMITES_DIALOGUE.note)
  @MinLength(1, VIDE)
  texte!: string;
}
