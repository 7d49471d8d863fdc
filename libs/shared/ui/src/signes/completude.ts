import { Component, computed, input } from '@angular/core';
import { accorder } from '@pleniere/shared/domain';

/** How much of a sheet is filled: a thin bar and « 18 sur 22 champs ». */
@Component({
  selector: 'pl-completude',
  template: `
    <span class="barre" aria-hidden="true"><span [style.width.%]="part()"></span></span>
    <span class="mots">{{ mots() }}</span>
  `,
  styleUrl: './barre.scss',
})
export class PlCompletude {
  readonly renseignes = input.required<number>();
  readonly total = input.required<number>();

  protected readonly part = computed(() =>
    this.total() > 0 ? Math.min(100, (100 * this.renseignes()) / this.total()) : 0,
  );
  protected readonly mots = computed(() => `${this.renseignes()} sur ${accorder(this.total(), 'champ')}`);
}
