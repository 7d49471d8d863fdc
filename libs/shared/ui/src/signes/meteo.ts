import { Component, computed, input } from '@angular/core';
import { PlIcone } from '../icone/icone';

/** How a déclinaison goes, from best to worst. */
export type SigneMeteo = 'soleil' | 'couvert' | 'nuage' | 'orage';

/** Word of each météo, from best to worst. */
export const LIBELLES_METEO: Readonly<Record<SigneMeteo, string>> = {
  soleil: 'Tout va bien',
  couvert: 'À surveiller',
  nuage: 'En difficulté',
  orage: 'Bloqué',
};

/** Météo as icon + word + hue; « Non renseignée » when nobody has said it yet. */
@Component({
  selector: 'pl-meteo',
  imports: [PlIcone],
  host: { '[class]': 'meteo()' },
  template: `
    @if (meteo(); as signe) {
      <pl-icone [nom]="signe" />
    }
    <span>{{ mot() }}</span>
  `,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 0.375rem;
      white-space: nowrap;
      color: var(--pl-encre-douce);
    }

    span {
      font-size: 0.9375rem;
    }

    :host(.soleil) pl-icone {
      color: var(--pl-meteo-soleil);
    }

    :host(.couvert) pl-icone {
      color: var(--pl-meteo-couvert);
    }

    :host(.nuage) pl-icone {
      color: var(--pl-meteo-nuage);
    }

    :host(.orage) pl-icone {
      color: var(--pl-meteo-orage);
    }
  `,
})
export class PlMeteo {
  readonly meteo = input.required<SigneMeteo | null>();

  protected readonly mot = computed(() => {
    const meteo = this.meteo();
    return meteo ? LIBELLES_METEO[meteo] : 'Non renseignée';
  });
}
