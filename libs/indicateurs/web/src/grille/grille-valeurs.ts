import { Component, input, output } from '@angular/core';
import type { IndicateurAvecValeurs } from '@pleniere/indicateurs/domain';
import type { LotEnregistre } from '../indicateurs-client';
import type { TerritoireNomme } from './territoire-nomme';

/** Grid of values: indicators of a fiche, or territories of one indicator, by year of the contrat. */
@Component({ selector: 'pl-grille-valeurs', template: '' })
export class GrilleValeurs {
  readonly indicateurs = input.required<readonly IndicateurAvecValeurs[]>();
  readonly annees = input.required<readonly number[]>();
  /** QPV and communes of the contrat, in the order of the rows. */
  readonly territoires = input.required<readonly TerritoireNomme[]>();
  /** Territories for which the person may enter values; null = all. */
  readonly territoiresPermis = input<readonly string[] | null>(null);
  readonly anneeCourante = input.required<number>();
  /** Values have been written; the grid already shows them. */
  readonly enregistre = output<LotEnregistre>();
}
