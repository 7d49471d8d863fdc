import { Component, input } from '@angular/core';
import type { IndicateurAvecValeurs } from '@pleniere/indicateurs/domain';
import type { TerritoireNomme } from '../grille/territoire-nomme';

/** What an indicator says over the years: a sentence, its chart, and its table one key away. */
@Component({ selector: 'pl-graphique-indicateur', template: '' })
export class GraphiqueIndicateur {
  readonly indicateur = input.required<IndicateurAvecValeurs>();
  readonly annees = input.required<readonly number[]>();
  readonly anneeCourante = input.required<number>();
  /** QPV and communes of the contrat. */
  readonly territoires = input<readonly TerritoireNomme[]>([]);
  /** Code of the only territory to show; null = all of them together. */
  readonly territoire = input<string | null>(null);
}
