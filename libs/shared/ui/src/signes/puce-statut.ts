import { Component, input } from '@angular/core';
import { PlIcone } from '../icone/icone';
import type { NomIcone } from '../icone/icones.gen';

/** Weight of a statut for its reader; `attente` is kept for what waits for this very person. */
export type Ton = 'neutre' | 'info' | 'succes' | 'attention' | 'alerte' | 'attente';

/** A statut as icon + word + hue. Each area keeps its own table of statut → label, icon, tone. */
@Component({
  selector: 'pl-puce-statut',
  imports: [PlIcone],
  host: { '[class]': 'ton()' },
  template: `
    @if (icone(); as nom) {
      <pl-icone [nom]="nom" [taille]="16" />
    }
    {{ libelle() }}
  `,
  styles: `
    :host {
      --ton: var(--pl-neutre);
      display: inline-flex;
      align-items: center;
      gap: 0.375rem;
      padding: 0.125rem 0.5rem 0.125rem 0.375rem;
      border-radius: 4px;
      background: color-mix(in oklab, var(--ton) 9%, var(--pl-papier));
      color: var(--ton);
      font-size: 0.875rem;
      font-weight: 600;
      line-height: 1.25rem;
      white-space: nowrap;
    }

    :host(.info) {
      --ton: var(--pl-info);
    }

    :host(.succes) {
      --ton: var(--pl-succes);
    }

    :host(.attention) {
      --ton: var(--pl-attention);
    }

    :host(.alerte) {
      --ton: var(--pl-alerte);
    }

    :host(.attente) {
      --ton: var(--pl-accent);
    }
  `,
})
export class PlPuceStatut {
  readonly libelle = input.required<string>();
  readonly ton = input<Ton>('neutre');
  readonly icone = input<NomIcone>();
}
