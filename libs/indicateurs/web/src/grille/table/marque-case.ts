import { Component, computed, input } from '@angular/core';
import { type NomIcone, PlIcone } from '@pleniere/shared/ui';
import type { EtatCase } from '../saisie/etat-case';

const SIGNES: Readonly<Record<EtatCase['sorte'], { icone: NomIcone; mots: string }>> = {
  'en-cours': { icone: 'en-cours', mots: 'enregistrement en cours' },
  enregistre: { icone: 'enregistre', mots: 'enregistré' },
  recue: { icone: 'personne', mots: 'modifié à l’instant par' },
  attente: { icone: 'echeance', mots: 'en attente, non enregistré' },
  refuse: { icone: 'erreur', mots: 'refusé' },
  'hors-ligne': { icone: 'hors-ligne', mots: 'hors ligne, non enregistré' },
  conflit: { icone: 'alerte', mots: 'modifié entre-temps par une autre personne' },
};

/** State of a cell between typing and the server: a small sign, its words for who hovers or listens. */
@Component({
  selector: 'pl-marque-case',
  imports: [PlIcone],
  host: { '[class]': 'etat().sorte', '[attr.title]': 'mots()' },
  template: `<pl-icone [nom]="signe().icone" [taille]="14" /><span class="pl-hors-ecran">{{ mots() }}</span>`,
  styles: `
    :host {
      position: absolute;
      bottom: 0.125rem;
      left: 0.125rem;
      display: inline-flex;
      color: var(--pl-encre-douce);
    }

    :host(.enregistre) {
      color: var(--pl-succes);
      animation: s-efface 600ms 1600ms forwards;
    }

    :host(.recue) {
      color: var(--pl-primaire);
      animation: s-efface 600ms 12s forwards;
    }

    :host(.en-cours) pl-icone {
      animation: tourne 900ms linear infinite;
    }

    :host(.attente),
    :host(.hors-ligne),
    :host(.conflit) {
      color: var(--pl-attention);
    }

    :host(.refuse) {
      color: var(--pl-alerte);
    }

    @keyframes s-efface {
      to {
        opacity: 0;
      }
    }

    @keyframes tourne {
      to {
        transform: rotate(1turn);
      }
    }
  `,
})
export class MarqueCase {
  readonly etat = input.required<EtatCase>();

  protected readonly signe = computed(() => SIGNES[this.etat().sorte]);
  protected readonly mots = computed(() => {
    const etat = this.etat();
    if (etat.sorte === 'recue') return `${this.signe().mots} ${etat.auteur}`;
    return 'motif' in etat ? `${this.signe().mots}\u00A0: ${etat.motif}` : this.signe().mots;
  });
}
