import { Component, computed, input } from '@angular/core';
import { accorder } from '@pleniere/shared/domain';

/** How many of the values expected this year have been entered: a thin bar and « 9 sur 14 valeurs 2026 ». */
@Component({
  selector: 'pl-barre-valeurs',
  template: `
    @if (attendues() > 0) {
      <span class="barre" aria-hidden="true"><span [style.width.%]="part()"></span></span>
    }
    <span class="mots">{{ mots() }}</span>
  `,
  styles: `
    :host {
      display: inline-grid;
      gap: 0.25rem;
      min-width: 9rem;
    }

    .barre {
      display: block;
      height: 3px;
      overflow: hidden;
      border-radius: 2px;
      background: color-mix(in oklab, var(--pl-encre) 14%, transparent);

      span {
        display: block;
        height: 100%;
        background: var(--pl-primaire);
      }
    }

    .mots {
      color: var(--pl-encre-douce);
      font-size: 0.875rem;
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class BarreValeurs {
  readonly renseignees = input.required<number>();
  readonly attendues = input.required<number>();
  readonly annee = input.required<number>();

  protected readonly part = computed(() => Math.min(100, (100 * this.renseignees()) / this.attendues()));
  protected readonly mots = computed(() =>
    this.attendues() === 0
      ? `Aucune valeur attendue en ${this.annee()}`
      : `${this.renseignees()} sur ${accorder(this.attendues(), 'valeur')} ${this.annee()}`,
  );
}
