import {
  CAUSES_REVISION,
  CIRCUIT,
  ISSUES_FICHE,
  LIMITES_CIRCUIT,
  LIMITES_FICHE,
  type DemandeDeTransition,
  type IssueFiche,
  type Transition,
} from '@pleniere/fiches/domain';
import { OuNull, TexteLibre } from '@pleniere/shared/api';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsUUID } from 'class-validator';
import { ListeDeTextes, ObjetDe } from '../fiche/champs/formes.decorator';

/** What opens a revision. */
export class CauseDto {
  @IsIn(CAUSES_REVISION)
  sorte!: (typeof CAUSES_REVISION)[number];

  @TexteLibre(LIMITES_CIRCUIT.cause)
  texte!: string;
}

/** A transition to follow, with what it asks; the rest is left out. */
export class TransitionDto implements DemandeDeTransition {
  @IsIn(CIRCUIT.map(({ transition }) => transition))
  transition!: Transition;

  @TexteLibre(LIMITES_CIRCUIT.motif)
  motif = '';

  @OuNull()
  @IsUUID()
  destinataireId: string | null = null;

  @OuNull()
  @ObjetDe(CauseDto)
  cause: CauseDto | null = null;

  @OuNull()
  @IsIn(ISSUES_FICHE)
  issue: IssueFiche | null = null;

  /** Titles of the fiches that follow. */
  @ListeDeTextes(LIMITES_FICHE.titre)
  @ArrayMaxSize(LIMITES_CIRCUIT.suites)
  suites: string[] = [];

  /** Fiches in force that are merged with this one. */
  @IsArray()
  @ArrayMaxSize(LIMITES_CIRCUIT.suites)
  @IsUUID(undefined, { each: true })
  @ArrayUnique()
  avec: string[] = [];
}
