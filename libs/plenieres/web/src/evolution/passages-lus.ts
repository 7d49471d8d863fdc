import { Component, computed, input } from '@angular/core';
import { abreger, type Passage } from '@pleniere/plenieres/domain';
import { typographier } from '@pleniere/shared/domain';

/** A text that changed, in one column: what was added and what was taken away are said in words too. */
@Component({
  selector: 'pl-passages-lus',
  template: `
    <p>
      @for (passage of passages(); track $index) {
        @switch (passage.marque) {
          @case ('ajout') {
            <span class="pl-hors-ecran" [textContent]="' [ajouté&nbsp;: '"></span
            ><ins [textContent]="passage.texte"></ins><span class="pl-hors-ecran" [textContent]="'] '"></span>
          }
          @case ('retrait') {
            <span class="pl-hors-ecran" [textContent]="' [retiré&nbsp;: '"></span
            ><del [textContent]="passage.texte"></del><span class="pl-hors-ecran" [textContent]="'] '"></span>
          }
          @default {
            <span [textContent]="passage.texte"></span>
          }
        }
      }
    </p>
  `,
  styles: `
    :host {
      /* Holds its words for screen readers, which would otherwise widen the page. */
      position: relative;
      display: block;
    }

    p {
      max-width: var(--pl-mesure);
      white-space: pre-line;
      overflow-wrap: anywhere;
    }

    ins,
    del {
      margin-inline: 0.125em;
      border-radius: 2px;
      text-decoration-thickness: 1.5px;
    }

    ins {
      background: color-mix(in oklab, var(--pl-succes) 18%, transparent);
      text-decoration: underline;
    }

    del {
      background: color-mix(in oklab, var(--pl-alerte) 14%, transparent);
      text-decoration: line-through;
    }
  `,
})
export class PassagesLus {
  readonly change = input.required<readonly Passage[]>();

  protected readonly passages = computed(() =>
    abreger(this.change()).map(({ texte, marque }) => ({ texte: typographier(texte), marque })),
  );
}
