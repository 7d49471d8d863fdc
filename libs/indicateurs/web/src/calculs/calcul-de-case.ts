import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Cellule } from '@pleniere/indicateurs/domain';
import { PlPuceStatut } from '@pleniere/shared/ui';
import { IndicateursClient } from '../indicateurs-client';
import { CalculLu } from './calcul-lu';

/** « Les faits derrière ce nombre » of a cell: what is computed beside what is declared, which it never replaces. */
@Component({
  selector: 'pl-calcul-de-case',
  imports: [CalculLu, PlPuceStatut, RouterLink],
  template: `
    <h3>Les faits derrière ce nombre</h3>
    @if (lue(); as lue) {
      <p><pl-puce-statut libelle="Calculée" ton="info" icone="indicateurs" /></p>
      <pl-calcul-lu [lue]="lue" [ouvert]="lue.faits.length <= 5" />
    } @else {
      <p class="pl-discret">Aucune valeur n’est calculée pour cette année et ce territoire.</p>
    }
    <p>
      <a [routerLink]="['/indicateurs', cellule().indicateurId]" fragment="calcul">Comment c’est compté</a>
    </p>
  `,
  styles: `
    p {
      margin-block: var(--pl-e1);
    }
  `,
})
export class CalculDeCase {
  readonly cellule = input.required<Cellule>();

  private readonly lecture = inject(IndicateursClient).calculs(() => this.cellule().indicateurId);
  protected readonly lue = computed(() => {
    const { annee, territoire } = this.cellule();
    const lues = this.lecture.hasValue() ? this.lecture.value() : [];
    return lues.find((une) => une.courante && une.annee === annee && une.territoire === territoire);
  });
}
