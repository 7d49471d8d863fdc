import { Component, computed, input } from '@angular/core';
import type { FicheLue, IndicateurLu } from '@pleniere/fiches/domain';
import { GraphiqueIndicateur, type TerritoireNomme } from '@pleniere/indicateurs/web';
import { anneesDuContrat, jourDeParis } from '@pleniere/shared/domain';

/** One indicator on the wall: the sentence that its chart says, then the chart. */
@Component({
  selector: 'pl-ecran-indicateur',
  imports: [GraphiqueIndicateur],
  template: `
    <pl-graphique-indicateur
      [indicateur]="indicateur()"
      [annees]="annees()"
      [anneeCourante]="anneeCourante"
      [territoires]="territoires()"
    />
  `,
  styles: `
    :host {
      display: block;
      zoom: var(--seance-zoom);
      font-size: 1rem;
    }
  `,
})
export class EcranIndicateur {
  readonly fiche = input.required<FicheLue>();
  readonly indicateur = input.required<IndicateurLu>();
  readonly territoires = input.required<readonly TerritoireNomme[]>();

  protected readonly anneeCourante = Number(jourDeParis().slice(0, 4));
  protected readonly annees = computed(() => anneesDuContrat(this.fiche().contrat));
}
