import { CHOIX_CONFLITS, CHOIX_STATUTS, type ChoixEchange } from '@pleniere/restitution/domain';
import { IsIn } from 'class-validator';

/** How a file is taken in. */
export class ChoixEchangeDto implements ChoixEchange {
  /** What is done when a code is taken: refuse everything, or take the next free one. */
  @IsIn(CHOIX_CONFLITS)
  conflits: ChoixEchange['conflits'] = 'refuser';

  /** Drafts to put through the circuit, or texts signed elsewhere that are in force as they come. */
  @IsIn(CHOIX_STATUTS)
  statut: ChoixEchange['statut'] = 'brouillon';
}
