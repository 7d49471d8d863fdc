import { Component, input } from '@angular/core';

/**
 * Frame of a page: its only `h1`, a sentence that says what the page is for, and its actions.
 * Slots: `[surtitre]` above the title, `[sous-titre]` under it, `[actions]` at its right.
 */
@Component({
  selector: 'pl-page',
  host: { '[class]': 'largeur()' },
  template: `
    <header>
      <div class="titre">
        <ng-content select="[surtitre]" />
        <h1 tabindex="-1">{{ titre() }}</h1>
        @if (lede(); as texte) {
          <p class="lede">{{ texte }}</p>
        }
        <ng-content select="[sous-titre]" />
      </div>
      <div class="actions pl-ecran"><ng-content select="[actions]" /></div>
    </header>
    <ng-content />
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--pl-e3);
      grid-template-columns: minmax(0, 1fr);
      align-content: start;
      max-width: 80rem;
      margin-inline: auto;
    }

    :host(.etroite) {
      max-width: 30rem;
    }

    :host(.texte) {
      max-width: 46rem;
    }

    :host(.pleine) {
      max-width: none;
    }

    header {
      display: flex;
      flex-wrap: wrap;
      align-items: end;
      justify-content: space-between;
      gap: var(--pl-e2) var(--pl-e3);
    }

    .titre {
      display: grid;
      gap: 0.25rem;
      flex: 1 1 24rem;
      min-width: 0;
    }

    .lede {
      max-width: var(--pl-mesure);
      color: var(--pl-encre-douce);
      text-wrap: pretty;
    }

    .actions {
      display: flex;
      flex-wrap: wrap;
      gap: var(--pl-e1);

      &:empty {
        display: none;
      }
    }
  `,
})
export class PlPage {
  readonly titre = input.required<string>();
  readonly lede = input<string>();
  /** `etroite` for one short form, `texte` for reading, `large` for lists, `pleine` for grids that need the whole window. */
  readonly largeur = input<'etroite' | 'texte' | 'large' | 'pleine'>('large');
}
