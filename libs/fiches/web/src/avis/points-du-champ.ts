import { Component, computed, inject, input } from '@angular/core';
import type { Champ, ChampId } from '@pleniere/fiches/domain';
import { AvisStore } from './avis-store';
import { PointRendu } from './point-rendu';
import { PointsSaisis } from './points-saisis';

/** What the State says of one field, beside it; and where the délégué writes it. */
@Component({
  selector: 'pl-points-du-champ',
  imports: [PointRendu, PointsSaisis],
  template: `
    @for (ligne of points(); track ligne.point.id) {
      <pl-point-rendu [avis]="ligne.avis" [point]="ligne.point" />
    }
    @if (store.brouillon()) {
      <pl-points-saisis [champ]="champ().id" [libelle]="champ().libelle" [nommer]="nommer()" />
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--pl-e1);
    }
  `,
})
export class PointsDuChamp {
  protected readonly store = inject(AvisStore);

  readonly champ = input.required<Champ & { id: ChampId }>();
  /** Away from the field, what is said names it. */
  readonly nommer = input(false);

  protected readonly points = computed(() =>
    this.store
      .rendus()
      .flatMap((avis) =>
        avis.points.filter(({ champ }) => champ === this.champ().id).map((point) => ({ avis, point })),
      ),
  );
}
