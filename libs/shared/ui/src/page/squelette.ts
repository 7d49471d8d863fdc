import { Component, computed, input } from '@angular/core';

const LARGEURS = [92, 78, 85, 64, 88, 71];

/** Grey lines in the place of a text that is on its way. */
@Component({
  selector: 'pl-squelette',
  host: { role: 'status' },
  template: `
    <span class="pl-hors-ecran">Chargement…</span>
    @for (largeur of largeurs(); track $index) {
      <span class="ligne" [style.width.%]="largeur"></span>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 0.75rem;
      padding-block: var(--pl-e1);
      /* A quick answer never makes the page blink. */
      animation: apparait 160ms 120ms both;
    }

    .ligne {
      height: 0.875rem;
      border-radius: 3px;
      background: var(--pl-filet);
      opacity: 0.7;
    }

    @keyframes apparait {
      from {
        opacity: 0;
      }
    }
  `,
})
export class PlSquelette {
  readonly lignes = input(3);

  protected readonly largeurs = computed(() =>
    Array.from({ length: this.lignes() }, (_, rang) => LARGEURS[rang % LARGEURS.length]),
  );
}
