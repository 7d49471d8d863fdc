import { Component, input, output } from '@angular/core';
import { PlIcone } from '../icone/icone';

/** « Monter » and « Descendre » at the end of a line of an ordered list; `de` names the line, for whoever hears the buttons alone. */
@Component({
  selector: 'pl-rang',
  imports: [PlIcone],
  host: { class: 'pl-ecran' },
  template: `
    <button
      type="button"
      class="pl-bouton discret"
      [disabled]="premier()"
      [attr.aria-label]="'Monter&nbsp;: ' + de()"
      (click)="deplacer.emit(-1)"
    >
      <pl-icone nom="monter" [taille]="18" />
    </button>
    <button
      type="button"
      class="pl-bouton discret"
      [disabled]="dernier()"
      [attr.aria-label]="'Descendre&nbsp;: ' + de()"
      (click)="deplacer.emit(1)"
    >
      <pl-icone nom="descendre" [taille]="18" />
    </button>
  `,
  styles: `
    :host {
      display: inline-flex;
      flex: none;
    }

    .pl-bouton {
      padding-inline: 0.5rem;

      &:disabled {
        border-color: transparent;
        opacity: 0.4;
        cursor: default;
      }
    }
  `,
})
export class PlRang {
  readonly de = input.required<string>();
  readonly premier = input(false);
  readonly dernier = input(false);

  /** By how many places: one up or one down. */
  readonly deplacer = output<-1 | 1>();
}
