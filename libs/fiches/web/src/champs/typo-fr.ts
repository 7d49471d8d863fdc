import { Pipe, type PipeTransform } from '@angular/core';
import { FINE, INSECABLE } from '@pleniere/shared/domain';

/** French spacing at reading time, for texts typed with ordinary spaces; the stored text is left as it was written. */
@Pipe({ name: 'typoFr' })
export class TypoFr implements PipeTransform {
  transform(texte: string): string {
    return texte
      .replace(/ ([;!?%»])/g, `${FINE}$1`)
      .replace(/ :/g, `${INSECABLE}:`)
      .replace(/« /g, `«${FINE}`);
  }
}
