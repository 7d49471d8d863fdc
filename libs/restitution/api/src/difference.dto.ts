import { Matches } from 'class-validator';

const TEXTE = /^(\d{1,6}|[12]\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]))$/;
const MESSAGE = 'Un numéro de révision ou un jour est attendu.';

/** The two texts to compare: numbers of revisions, or days whose last text is meant. */
export class DifferenceDto {
  @Matches(TEXTE, { message: MESSAGE })
  de!: string;

  @Matches(TEXTE, { message: MESSAGE })
  vers!: string;
}
