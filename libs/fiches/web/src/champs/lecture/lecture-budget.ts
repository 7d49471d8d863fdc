import { Component, computed, input } from '@angular/core';
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
            @if (nommees()) {
              <th scope="col">Action</th>
            }
            <th scope="col" class="pl-chiffre">Prévu</th>
            <th scope="col" class="pl-chiffre">Obtenu</th>
            <th scope="col" class="pl-chiffre">Réalisé</th>
          </tr>
        </thead>
        <tbody>
          @for (ligne of lignes(); track ligne.id) {
            <tr>
              <td>{{ ligne.annee }}</td>
              <th scope="row">{{ ligne.financeur }}</th>
              <td>{{ credits[ligne.nature] }}</td>
              @if (nommees()) {
                <td>{{ action(ligne) ?? '–' }}</td>
              }
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
  `,
})
export class LectureBudget {
  readonly lignes = input.required<readonly LigneBudget[]>();

  /** Name of an action by its id; null once it is gone. */
  readonly nommer = input<(id: string) => string | null>(() => null);

  protected readonly credits = LIBELLES_CREDITS;
  protected readonly nommees = computed(() => this.lignes().some((ligne) => this.action(ligne) !== null));
  protected readonly euros = enEuros;

  protected action({ actionId }: LigneBudget): string | null {
    return actionId ? this.nommer()(actionId) : null;
  }
}
