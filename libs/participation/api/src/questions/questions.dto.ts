import {
  CIRCUIT_QUESTION,
  type ClassementQuestion,
  ETATS_QUESTION,
  type FiltreQuestions,
  LIMITES_QUESTIONS,
  LONGUEURS_PAROLES,
  type QuestionSaisie,
  type ReponseSaisie,
  TRANSITIONS_REPONSE,
  type TraitementQuestion,
  type TransitionReponse,
  type TransitionTraitement,
} from '@pleniere/participation/domain';
import { DateIso, OuNull, TexteLibre, TexteSimple } from '@pleniere/shared/api';
import { IsEmail, IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';

// A code point takes two code units at most: the exact count is a rule, told apart.
const TEXTE_MAX = LONGUEURS_PAROLES.question * 2;
const QPV = /^QN(\d{3}|02[AB])\d{2}[IMNC]$/;

/** What the list of questions is narrowed to. */
export class FiltreQuestionsDto implements FiltreQuestions {
  @IsOptional()
  @IsIn([...ETATS_QUESTION, 'ouverte'])
  etat?: FiltreQuestions['etat'];

  @IsOptional()
  @Matches(QPV)
  quartier?: string;

  @IsOptional()
  @IsUUID()
  service?: string;

  @IsOptional()
  @IsUUID()
  fiche?: string;
}

/** Where a question belongs: a quartier, a fiche, or neither. */
export class ClassementDto implements ClassementQuestion {
  @OuNull()
  @Matches(QPV)
  qpvCode: string | null = null;

  @OuNull()
  @IsUUID()
  ficheId: string | null = null;
}

/** A question heard at a séance, or taken down by a mediator. */
export class QuestionDto extends ClassementDto implements QuestionSaisie {
  @TexteLibre(TEXTE_MAX)
  texte!: string;

  @OuNull()
  @IsUUID()
  seanceId: string | null = null;

  @OuNull()
  @IsEmail()
  @MaxLength(254)
  email: string | null = null;
}

const TRAITEMENTS = CIRCUIT_QUESTION.map(({ transition }) => transition).filter(
  (transition): transition is TransitionTraitement => !(TRANSITIONS_REPONSE as readonly string[]).includes(transition),
);

/** A step of whoever sorts the questions, with what it gives. */
export class TraitementDto implements TraitementQuestion {
  @IsIn(TRAITEMENTS)
  transition!: TransitionTraitement;

  @TexteLibre(LIMITES_QUESTIONS.explication)
  motif = '';

  @TexteLibre(LIMITES_QUESTIONS.explication)
  explication = '';

  @TexteSimple(LIMITES_QUESTIONS.orientation, { min: 0 })
  orientation = '';

  @OuNull()
  @IsUUID()
  serviceId: string | null = null;

  @OuNull()
  @DateIso()
  echeance: string | null = null;

  @OuNull()
  @IsUUID()
  cibleId: string | null = null;
}

/** An answer as it is typed; it may be unfinished. */
export class ReponseDto implements ReponseSaisie {
  @TexteLibre(LIMITES_QUESTIONS.reponse)
  texte = '';

  @TexteSimple(LIMITES_QUESTIONS.fonction, { min: 0 })
  fonction = '';

  @OuNull()
  @IsUUID()
  ficheId: string | null = null;

  @OuNull()
  @IsUUID()
  actionId: string | null = null;
}

/** A step of the answer. */
export class EtapeReponseDto {
  @IsString()
  @IsIn(TRANSITIONS_REPONSE)
  transition!: TransitionReponse;
}
