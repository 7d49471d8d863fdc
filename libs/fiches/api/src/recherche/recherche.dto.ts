import { TexteSimple } from '@pleniere/shared/api';

/** Query of a search in all of one's contrats. */
export class RechercheDto {
  /** Words, or a code. */
  @TexteSimple(200, { min: 0 })
  q!: string;
}
