import { Component, computed, input } from '@angular/core';
import { accorder } from '@pleniere/shared/domain';

/** How much of a sheet is filled: a thin bar and « 18 sur 22 champs ». */
@Component({
  selector: 'pl-completude',
  template: `
    <span class="barre" aria-hidden="true"><span [style.width.%]="part()"></span></span>
    <span class="mots">{{ mots() }}</span>
  `,
  styles: `
    :host {
      display: inline-grid;
      gap: 0.25rem;
      min-width: 8rem;
    }

    .barre {
      display: block;
      height: 3px;
      background: color-mix(in oklab, var(--pl-encre) 14%, transparent);
      border-radius: 2px;
      overflow: hidden;

      span {
        display: block;
        height: 100%;
        background: var(--pl-primaire);
        transition: width var(--pl-mouvement);
      }
    }

    .mots {
      color: var(--pl-encre-douce);
      font-size: 0.875rem;
      line-height: 1.25rem;
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class PlCompletude {
  readonly renseignes = input.required<number>();
  readonly total = input.required<number>();

  protected readonly part = computed(() =>
    this.total() > 0 ? Math.min(100, (100 * this.renseignes()) / this.total()) : 0,
  );
  protected readonly mots = computed(() => `${this.renseignes()} sur ${accorder(this.total(), 'champ')}`);
}
