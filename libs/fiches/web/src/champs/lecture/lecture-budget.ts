import { Component, input } from '@angular/core';
import { enEuros, LIBELLES_CREDITS, type LigneBudget } from '@pleniere/fiches/domain';

/** Budget by year and financer, in euros. */
@Component({
  selector: 'pl-lecture-budget',
  template: `
    <div class="pl-defilement" tabindex="0" role="region" aria-label="Budget">
      <table class="pl-table">
        <caption class="pl-hors-ecran">
          Budget par année et par financeur
        </caption>
        <thead>
          <tr>
            <th scope="col">Année</th>
            <th scope="col">Financeur</th>
            <th scope="col">Crédits</th>
            <th scope="col" class="pl-chiffre">Prévu</th>
            <th scope="col" class="pl-chiffre">Obtenu</th>
            <th scope="col" class="pl-chiffre">Réalisé</th>
          </tr>
        </thead>
        <tbody>
          @for (ligne of lignes(); track ligne.id) {
            <tr>
              <td>{{ ligne.annee }}</td>
              <th scope="row">
                {{ ligne.financeur }}
                @if (action(ligne); as action) {
                  <p class="pl-discret">pour {{ action }}</p>
                }
              </th>
              <td>{{ credits[ligne.nature] }}</td>
              <td class="pl-chiffre">{{ euros(ligne.prevu) }}</td>
              <td class="pl-chiffre">{{ euros(ligne.obtenu) }}</td>
              <td class="pl-chiffre">{{ euros(ligne.realise) }}</td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    .pl-defilement {
      position: relative;
    }

    td,
    th {
      padding-inline: 0.5rem;
    }

    .pl-chiffre {
      white-space: nowrap;
    }

    p {
      margin: 0;
      font-weight: 400;
    }
  `,
})
export class LectureBudget {
  readonly lignes = input.required<readonly LigneBudget[]>();

  /** Name of an action by its id; null once it is gone. */
  readonly nommer = input<(id: string) => string | null>(() => null);

  protected readonly credits = LIBELLES_CREDITS;
  protected readonly euros = enEuros;

  protected action({ actionId }: LigneBudget): string | null {
    return actionId ? this.nommer()(actionId) : null;
  }
}
