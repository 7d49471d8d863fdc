import {
  type DecisionSaisie,
  LIMITES_PLENIERES,
  type StatutDecision,
  STATUTS_DECISION,
} from '@pleniere/plenieres/domain';
import { DateIso, OuNull, Partiel, TexteLibre, TexteSimple } from '@pleniere/shared/api';
import { IsIn, IsUUID } from 'class-validator';

/** What is typed to record a decision. */
export class DecisionDto implements DecisionSaisie {
  /** Fiche that the decision bears upon, or null. */
  @OuNull()
  @IsUUID()
  ficheId: string | null = null;

  @TexteSimple(LIMITES_PLENIERES.decision)
  texte!: string;

  /** Organisation that has to carry it out, or null. */
  @OuNull()
  @IsUUID()
  responsableId: string | null = null;

  @OuNull()
  @DateIso()
  echeance: string | null = null;

  @IsIn(STATUTS_DECISION)
  statut: StatutDecision = 'a-faire';

  @TexteLibre(LIMITES_PLENIERES.suivi)
  suivi = '';
}

/** What is typed to change a decision. */
export class DecisionPartielleDto extends Partiel(DecisionDto) {}
