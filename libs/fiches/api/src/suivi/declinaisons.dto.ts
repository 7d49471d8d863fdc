import {
  LIMITES_DECLINAISON,
  METEOS,
  STATUTS_EXECUTION,
  type DeclinaisonSaisie,
  type Meteo,
  type RecitAnnuel,
  type StatutExecution,
} from '@pleniere/fiches/domain';
import { CODE_QPV } from '@pleniere/contrat/domain';
import { OuNull, Partiel, TexteLibre } from '@pleniere/shared/api';
import { ArrayUnique, IsIn, IsInt, IsUUID, Matches } from 'class-validator';
import { ListeDe } from '../fiche/champs/formes.decorator';

const RECITS_MAX = 20;

/** What is told of one year. */
export class RecitAnnuelDto implements RecitAnnuel {
  @IsInt()
  annee!: number;

  @TexteLibre(LIMITES_DECLINAISON.recit)
  faitsMarquants!: string;

  @TexteLibre(LIMITES_DECLINAISON.recit)
  freins!: string;

  @TexteLibre(LIMITES_DECLINAISON.recit)
  perspectives!: string;
}

/** A whole déclinaison. */
export class DeclinaisonSaisieDto implements DeclinaisonSaisie {
  @IsUUID()
  organisationId!: string;

  @OuNull()
  @Matches(CODE_QPV)
  qpvCode!: string | null;

  @OuNull()
  @IsUUID()
  referentId!: string | null;

  @IsIn(STATUTS_EXECUTION)
  statutExecution!: StatutExecution;

  @OuNull()
  @IsIn(METEOS)
  meteo!: Meteo | null;

  @TexteLibre(LIMITES_DECLINAISON.explication)
  meteoExplication!: string;

  @TexteLibre(LIMITES_DECLINAISON.modalite)
  modaliteRetenue!: string;

  @ArrayUnique((recit: RecitAnnuelDto | null) => recit?.annee, { message: 'Une année ne se raconte qu’une fois.' })
  @ListeDe(RecitAnnuelDto, RECITS_MAX)
  recits!: RecitAnnuelDto[];
}

/** The parts of a déclinaison that change. */
export class DeclinaisonChangeeDto extends Partiel(DeclinaisonSaisieDto) {}
