import { Pipe, type PipeTransform } from '@angular/core';
import { typographier } from '@pleniere/shared/domain';

/** French spacing at reading time; the stored text is left as it was written. */
@Pipe({ name: 'typoFr' })
export class TypoFr implements PipeTransform {
  transform(texte: string): string {
    return typographier(texte);
  }
}
