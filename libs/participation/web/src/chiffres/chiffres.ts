import { Component, input } from '@angular/core';

/** A figure that says what it counts. */
export interface Chiffre {
  quoi: string;
  valeur: string;
  precision: string;
}

/** Figures side by side, each with what it counts and what makes it exact; what is projected comes under them. */
@Component({
  selector: 'pl-chiffres',
  template: `
    <h2 [id]="nom()">{{ titre() }}</h2>
    <dl [attr.aria-labelledby]="nom()">
      @for (chiffre of chiffres(); track chiffre.quoi) {
        <div>
          <dt>{{ chiffre.quoi }}</dt>
          <dd>
            <strong>{{ chiffre.valeur }}</strong>
            <span class="pl-discret">{{ chiffre.precision }}</span>
          </dd>
        </div>
      }
    </dl>
    <ng-content />
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--pl-e2);
    }

    dl {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr));
      gap: var(--pl-e2) var(--pl-e3);
    }

    dt {
      font-size: 0.9375rem;
    }

    dd {
      display: grid;
      margin: 0;
    }

    strong {
      font-size: 1.5rem;
      font-variant-numeric: tabular-nums;
      line-height: 1.3;
    }
  `,
})
export class Chiffres {
  readonly titre = input.required<string>();
  /** Anchor of the title in its page. */
  readonly nom = input.required<string>();
  readonly chiffres = input.required<readonly Chiffre[]>();
}
