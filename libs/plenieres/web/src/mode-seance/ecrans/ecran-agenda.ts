import { Component, input, output } from '@angular/core';
import type { PointNomme } from '../diapos';

/** The agenda: each point with its number, which is also its key. */
@Component({
  selector: 'pl-ecran-agenda',
  template: `
    <ol>
      @for (point of points(); track point.numero) {
        <li>
          <button type="button" (click)="choisi.emit(point.numero)">
            <span class="numero">{{ point.numero }}</span>
            <span>{{ point.nom }}</span>
          </button>
        </li>
      }
    </ol>
  `,
  styles: `
    ol {
      display: grid;
      padding: 0;
      list-style: none;
    }

    li + li {
      border-top: 1px solid var(--pl-filet);
    }

    button {
      display: flex;
      gap: 0.75em;
      align-items: baseline;
      width: 100%;
      padding: 0.3em 0;
      border: 0;
      background: none;
      color: inherit;
      font: inherit;
      text-align: left;
      cursor: pointer;
    }

    button:hover {
      background: var(--pl-survol);
    }

    .numero {
      min-width: 1.5em;
      color: var(--pl-primaire);
      font-weight: 600;
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class EcranAgenda {
  readonly points = input.required<readonly PointNomme[]>();
  readonly choisi = output<number>();
}
