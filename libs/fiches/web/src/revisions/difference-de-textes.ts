import { Component, computed, input } from '@angular/core';
import { diffWordsWithSpace } from 'diff';
import { TypoFr } from '../champs/typo-fr';

/** A stretch of text: the same on both sides, or of one side only. */
interface Passage {
  texte: string;
  change: boolean;
}

/** Two plain texts side by side, word by word; what changes is said in words as well as shown. */
@Component({
  selector: 'pl-difference-de-textes',
  imports: [TypoFr],
  template: `
    <section>
      <h4>{{ libelleAvant() }}</h4>
      <p>
        @for (passage of cotes().avant; track $index) {
          @if (passage.change) {
            <span class="pl-hors-ecran" [textContent]="' [retiré&nbsp;: '"></span>
            <del [textContent]="passage.texte | typoFr"></del>
            <span class="pl-hors-ecran" [textContent]="'] '"></span>
          } @else {
            <span [textContent]="passage.texte | typoFr"></span>
          }
        } @empty {
          <span class="pl-discret">Rien n’était écrit.</span>
        }
      </p>
    </section>
    <section>
      <h4>{{ libelleApres() }}</h4>
      <p>
        @for (passage of cotes().apres; track $index) {
          @if (passage.change) {
            <span class="pl-hors-ecran" [textContent]="' [ajouté&nbsp;: '"></span>
            <ins [textContent]="passage.texte | typoFr"></ins>
            <span class="pl-hors-ecran" [textContent]="'] '"></span>
          } @else {
            <span [textContent]="passage.texte | typoFr"></span>
          }
        } @empty {
          <span class="pl-discret">Rien n’est écrit.</span>
        }
      </p>
    </section>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: var(--pl-e2) var(--pl-e3);
    }

    h4 {
      margin-bottom: 0.25rem;
      color: var(--pl-encre-douce);
      font-size: 0.875rem;
      font-weight: 600;
    }

    p {
      max-width: 72ch;
      white-space: pre-line;
      overflow-wrap: anywhere;
    }

    del,
    ins {
      border-radius: 2px;
      text-decoration-thickness: 1.5px;
    }

    del {
      background: color-mix(in oklab, var(--pl-alerte) 14%, transparent);
      text-decoration: line-through;
    }

    ins {
      background: color-mix(in oklab, var(--pl-succes) 18%, transparent);
      text-decoration: underline;
    }

    @media (max-width: 720px) {
      :host {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export class DifferenceDeTextes {
  readonly avant = input.required<string>();
  readonly apres = input.required<string>();
  readonly libelleAvant = input('Avant');
  readonly libelleApres = input('Après');

  protected readonly cotes = computed(() => {
    const morceaux = diffWordsWithSpace(this.avant(), this.apres());
    const cote = (autre: 'added' | 'removed'): Passage[] =>
      morceaux
        .filter((morceau) => !morceau[autre])
        .map(({ value, added, removed }) => ({ texte: value, change: added || removed }));
    return { avant: cote('added'), apres: cote('removed') };
  });
}
