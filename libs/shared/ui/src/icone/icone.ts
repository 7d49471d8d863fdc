import { Component, computed, input } from '@angular/core';
import { ICONES, type NomIcone } from './icones.gen';

/** Icon of the product, silent for screen readers: a word always stands beside it. */
@Component({
  selector: 'pl-icone',
  template: `
    <svg viewBox="0 -960 960 960" aria-hidden="true" focusable="false" [attr.width]="taille()" [attr.height]="taille()">
      <path [attr.d]="trace()" />
    </svg>
  `,
  styles: `
    :host {
      display: inline-flex;
      flex: none;
      vertical-align: -0.2em;
    }

    svg {
      fill: currentColor;
    }
  `,
})
export class PlIcone {
  readonly nom = input.required<NomIcone>();
  /** Side in CSS pixels. */
  readonly taille = input(20);

  protected readonly trace = computed(() => ICONES[this.nom()]);
}
