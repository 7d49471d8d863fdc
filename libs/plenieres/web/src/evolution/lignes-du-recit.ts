import { Component, input } from '@angular/core';
import type { LigneDuRecit } from '@pleniere/plenieres/domain';

/** Lines of what changed: what each is about, then what is said of it. */
@Component({
  selector: 'pl-lignes-du-recit',
  template: `
    <ul>
      @for (ligne of lignes(); track $index) {
        <li>
          <p [class.tete]="ligne.dites.length > 0">{{ ligne.tete }}</p>
          @for (dite of ligne.dites; track $index) {
            <p class="dite">{{ dite }}</p>
          }
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: grid;
      gap: var(--pl-e1);
      padding: 0;
      list-style: none;
    }

    li {
      break-inside: avoid;
    }

    p {
      max-width: var(--pl-mesure);
      overflow-wrap: anywhere;
    }

    .tete {
      font-weight: 600;
    }

    .dite {
      padding-left: var(--pl-e2);
      border-left: 2px solid var(--pl-filet);
      white-space: pre-line;
    }

    .dite + .dite {
      padding-top: 0.375rem;
    }
  `,
})
export class LignesDuRecit {
  readonly lignes = input.required<readonly LigneDuRecit[]>();
}
