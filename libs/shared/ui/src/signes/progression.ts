import { Component, computed, input } from '@angular/core';
import { formaterNombre } from '@pleniere/shared/domain';

/** Way made from the reference to the target: a thin bar and « 62 % du chemin », or « non calculable » with its reason. */
@Component({
  selector: 'pl-progression',
  host: { '[class.atteinte]': 'atteinte()' },
  template: `
    @if (taux() !== null) {
      <span class="barre" aria-hidden="true"><span [style.width.%]="part()"></span></span>
    }
    <span class="mots">{{ mots() }}</span>
  `,
  styleUrl: './barre.scss',
  styles: `
    :host(.atteinte) .barre span {
      background: var(--pl-succes);
    }
  `,
})
export class PlProgression {
  /** Share of the way, 1 when the target is reached (may exceed it or go below 0); `null` when not calculable. */
  readonly taux = input.required<number | null>();

  /** Why it cannot be calculated. */
  readonly raison = input('');

  protected readonly atteinte = computed(() => (this.taux() ?? 0) >= 1);
  protected readonly part = computed(() => 100 * Math.min(1, Math.max(0, this.taux() ?? 0)));
  protected readonly mots = computed(() => {
    const taux = this.taux();
    if (taux !== null) return `${formaterNombre(100 * taux, 0)}\u202F% du chemin`;
    return this.raison() ? `Progression non calculable\u00A0: ${this.raison()}` : 'Non calculable';
  });
}
