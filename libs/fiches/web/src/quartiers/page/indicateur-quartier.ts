import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Contestation } from '@pleniere/indicateurs/domain';
import { GraphiqueIndicateur } from '@pleniere/indicateurs/web';
import { PlPuceStatut } from '@pleniere/shared/ui';
import type { Avancement } from './avancement';
import { POSITIONS } from './positions';

/** One indicator in one quartier: where it stands, the sentence and chart of its values, what the target is for. */
@Component({
  selector: 'pl-indicateur-quartier',
  imports: [GraphiqueIndicateur, PlPuceStatut, RouterLink],
  template: `
    @let lu = avancement();
    <div class="tete">
      <h4>
        <a [routerLink]="['/indicateurs', lu.indicateur.id]" [queryParams]="{ territoire: quartier() }">{{
          lu.indicateur.libelle
        }}</a>
      </h4>
      @if (signe(); as signe) {
        <pl-puce-statut [libelle]="signe.libelle" [icone]="signe.icone" [ton]="signe.ton" />
      }
    </div>
    @defer (on viewport; when enEntier(); prefetch on idle) {
      <pl-graphique-indicateur
        [indicateur]="lu.indicateur"
        [annees]="annees()"
        [anneeCourante]="anneeCourante()"
        [territoire]="quartier()"
        [contestations]="contestations()"
      />
    } @placeholder {
      <p>{{ lu.phrase }}</p>
    }
    @if (lu.cibleCommune; as cible) {
      <p class="pl-discret">{{ cible }}</p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--pl-e1);
      grid-template-columns: minmax(0, 1fr);
      padding-top: var(--pl-e2);
      border-top: 1px solid var(--pl-filet);
      break-inside: avoid;
    }

    .tete {
      display: flex;
      flex-wrap: wrap;
      gap: var(--pl-e1) var(--pl-e2);
      align-items: center;
    }

    h4 {
      flex: 1 1 18rem;
    }

    h4 a {
      color: inherit;
      text-decoration: none;

      &:hover {
        text-decoration: underline;
      }
    }
  `,
})
export class IndicateurQuartier {
  readonly avancement = input.required<Avancement>();
  /** Code of the quartier. */
  readonly quartier = input.required<string>();
  readonly annees = input.required<readonly number[]>();
  readonly anneeCourante = input.required<number>();
  /** Figures that the State contests. */
  readonly contestations = input<readonly Contestation[]>([]);
  /** Draws the chart even out of sight, for the paper. */
  readonly enEntier = input(false);

  protected readonly signe = computed(() => POSITIONS.find(({ position }) => position === this.avancement().position));
}
