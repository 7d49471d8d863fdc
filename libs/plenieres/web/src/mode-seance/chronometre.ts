import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';

const BATTEMENT_MS = 5_000;

/** Time spent on each point of the agenda since the presentation was opened. */
@Injectable()
export class Chronometre {
  private readonly passe = signal<ReadonlyMap<number, number>>(new Map());
  private readonly point = signal<number | null>(null);
  private depuis = Date.now();

  /** Whole minutes spent on the current point; null between points. */
  readonly minutes = computed(() => {
    const point = this.point();
    return point === null ? null : Math.floor((this.passe().get(point) ?? 0) / 60_000);
  });

  constructor() {
    const battement = setInterval(() => this.compter(), BATTEMENT_MS);
    inject(DestroyRef).onDestroy(() => clearInterval(battement));
  }

  /** The room goes to a point, or to none. */
  aller(point: number | null): void {
    this.compter();
    this.point.set(point);
  }

  private compter(): void {
    const [maintenant, point] = [Date.now(), this.point()];
    if (point !== null) {
      const total = (this.passe().get(point) ?? 0) + maintenant - this.depuis;
      this.passe.update((passe) => new Map(passe).set(point, total));
    }
    this.depuis = maintenant;
  }
}
