import { CIRCUIT, type Transition } from '@pleniere/fiches/domain';
import { TexteLibre } from '@pleniere/shared/api';
import { IsIn } from 'class-validator';

const MOTIF_MAX = 2_000;

/** A transition to follow, with its motif (empty when none is needed). */
export class TransitionDto {
  @IsIn(CIRCUIT.map(({ transition }) => transition))
  transition!: Transition;

  @TexteLibre(MOTIF_MAX)
  motif = '';
}
