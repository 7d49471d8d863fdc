import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { direCalcul, type ValeurCalculeeLue } from '@pleniere/indicateurs/domain';
import { accorder } from '@pleniere/shared/domain';
import { DateFr } from '@pleniere/shared/ui';

/** A value computed from facts: the number, its sentence, the facts behind it, and its proof. */
@Component({
  selector: 'pl-calcul-lu',
  imports: [DateFr, RouterLink],
  template: `
    <p class="nombre">
      <strong>{{ nombre() }}</strong>
    </p>
    <p>{{ lue().phrase }}</p>
    <details [open]="ouvert()">
      <summary>{{ faits() }}</summary>
      <ul>
        @for (fait of lue().faits; track fait.adresse + fait.libelle) {
          <li>
            <a [routerLink]="fait.adresse">{{ fait.libelle }}</a>
          </li>
        } @empty {
          <li class="pl-discret">Aucun fait inscrit cette année-là.</li>
        }
      </ul>
    </details>
    <ng-content />
    <p class="pl-discret">
      Calculée le {{ lue().calculeLe | dateFr }}, formule version {{ lue().formuleVersion }}, empreinte
      <code [title]="lue().empreinte">{{ lue().empreinte.slice(0, 12) }}</code>
    </p>
  `,
  styles: `
    :host {
      display: block;
    }
    .nombre {
      font-size: 1.25rem;
    }
    p {
      margin-block: var(--pl-e1);
    }
    ul {
      margin: var(--pl-e1) 0;
      padding-inline-start: var(--pl-e3);
    }
    li {
      padding-block: 0.125rem;
      overflow-wrap: anywhere;
    }
  `,
})
export class CalculLu {
  readonly lue = input.required<ValeurCalculeeLue>();
  /** Whether the facts are shown at once. */
  readonly ouvert = input(false);

  protected readonly nombre = computed(() => direCalcul(this.lue()));
  protected readonly faits = computed(() => accorder(this.lue().faits.length, 'fait compté', 'faits comptés'));
}
