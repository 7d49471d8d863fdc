import { Component, computed, input } from '@angular/core';
import { type AvisDeGroupe, direAvis } from '@pleniere/participation/domain';

/** Share of a group that agrees: a bar, and the words that say the same. */
@Component({
  selector: 'pl-part-des-avis',
  template: `
    <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect class="fond" width="100" height="8" />
      <rect class="part" [attr.width]="part()" height="8" />
    </svg>
    <span>{{ mots() }}</span>
  `,
  styles: `
    :host {
      display: grid;
      gap: 0.25rem;
      min-width: 5.25rem;
    }

    svg {
      width: 100%;
      height: 0.5rem;
      border-radius: 2px;
    }

    .fond {
      fill: var(--pl-filet);
    }

    .part {
      fill: var(--pl-primaire);
    }

    span {
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class PartDesAvis {
  readonly avis = input.required<AvisDeGroupe | null>();
  protected readonly mots = computed(() => direAvis(this.avis()));
  protected readonly part = computed(() => {
    const avis = this.avis();
    return avis === null ? 0 : (100 * avis.pour) / avis.vus;
  });
}
