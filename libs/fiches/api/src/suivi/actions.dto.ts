import {
  LIMITES_ACTION,
  NIVEAUX_ACTION,
  STATUTS_ACTION,
  type ActionSaisie,
  type EtapeAction,
  type NiveauAction,
  type StatutAction,
} from '@pleniere/fiches/domain';
import { DateIso, OuNull, Partiel, TexteHtml, TexteSimple } from '@pleniere/shared/api';
import { IsBoolean, IsIn, IsUUID } from 'class-validator';
import { randomUUID } from 'node:crypto';
import { ListeDe } from '../fiche/champs/formes.decorator';

/** A step of an action; a new one receives its id. */
export class EtapeActionDto implements EtapeAction {
  @IsUUID()
  id: string = randomUUID();

  @TexteSimple(LIMITES_ACTION.etape)
  libelle!: string;

  @IsBoolean()
  faite!: boolean;
}

/** A whole action. */
export class ActionSaisieDto implements ActionSaisie {
  @TexteSimple(LIMITES_ACTION.titre)
  titre!: string;

  @TexteHtml(LIMITES_ACTION.description)
  description!: string;

  @TexteSimple(LIMITES_ACTION.pilote, { min: 0 })
  pilote!: string;

  @OuNull()
  @DateIso()
  echeance!: string | null;

  @IsIn(STATUTS_ACTION)
  statut!: StatutAction;

  @IsIn(NIVEAUX_ACTION)
  niveauParticipation!: NiveauAction;

  @ListeDe(EtapeActionDto, LIMITES_ACTION.etapes)
  etapes!: EtapeActionDto[];

  @TexteSimple(LIMITES_ACTION.refDauphin, { min: 0 })
  refDauphin!: string;
}

/** The parts of an action that change. */
export class ActionChangeeDto extends Partiel(ActionSaisieDto) {}
