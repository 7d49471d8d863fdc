import { Component, input } from '@angular/core';
import { TypoFr } from '../champs/typo-fr';
import { DifferenceDeTextes } from '../revisions/difference-de-textes';
import type { ElementChange } from './mots-elements';

/** One change, word by word; entry by entry when it is that of a list. */
@Component({
  selector: 'pl-changement-lu',
  imports: [DifferenceDeTextes, TypoFr],
  template: `
    @if (elements(); as liste) {
      <ul>
        @for (element of liste; track $index) {
          <li>
            <p class="geste">{{ element.geste }}</p>
            @if (element.avant === element.apres) {
              <p>{{ element.apres | typoFr }}</p>
            } @else if (element.avant === '') {
              <p>
                <ins>{{ element.apres | typoFr }}</ins>
              </p>
            } @else if (element.apres === '') {
              <p>
                <del>{{ element.avant | typoFr }}</del>
              </p>
            } @else {
              <pl-difference-de-textes [avant]="element.avant" [apres]="element.apres" />
            }
          </li>
        } @empty {
          <li class="pl-discret">Les mêmes entrées, dans le même ordre.</li>
        }
      </ul>
    } @else {
      <pl-difference-de-textes [avant]="avant()" [apres]="apres()" />
    }
  `,
  styles: `
    :host {
      display: block;
      overflow-wrap: anywhere;
    }

    ul {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--pl-e1);
      padding: 0;
      list-style: none;
    }

    li {
      padding-left: var(--pl-e2);
      border-left: 2px solid var(--pl-filet);
    }

    .geste {
      color: var(--pl-encre-douce);
      font-size: 0.875rem;
      font-weight: 600;
    }

    p {
      max-width: 72ch;
      white-space: pre-line;
    }

    ins {
      background: color-mix(in oklab, var(--pl-succes) 18%, transparent);
    }

    del {
      background: color-mix(in oklab, var(--pl-alerte) 14%, transparent);
    }
  `,
})
export class ChangementLu {
  readonly avant = input('');
  readonly apres = input('');
  readonly elements = input<readonly ElementChange[] | null>(null);
}
