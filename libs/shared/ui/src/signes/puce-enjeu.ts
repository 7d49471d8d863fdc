import { Component, input } from '@angular/core';

/** Code of an enjeu or of a fiche (« T 1.1 ») on the hue of its enjeu; the word stays readable whatever the hue. */
@Component({
  selector: 'pl-puce-enjeu',
  host: { class: 'pl-teinte', '[style.--pl-teinte]': 'couleur()' },
  template: `{{ code() }}`,
  styles: `
    :host {
      display: inline-block;
      padding: 0.125rem 0.5rem;
      border-left: 3px solid var(--pl-teinte-trait);
      border-radius: 2px 4px 4px 2px;
      background: var(--pl-teinte-voile);
      color: var(--pl-teinte-encre);
      font-size: 0.875rem;
      font-weight: 600;
      font-variant-numeric: tabular-nums;
      line-height: 1.25rem;
      white-space: nowrap;
    }
  `,
})
export class PlPuceEnjeu {
  readonly code = input.required<string>();
  /** Colour of the enjeu, `#rrggbb`. */
  readonly couleur = input<string>();
}
