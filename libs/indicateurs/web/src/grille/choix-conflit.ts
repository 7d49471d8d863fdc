import { Component, computed, inject, input } from '@angular/core';
import { formaterValeur } from '@pleniere/indicateurs/domain';
import { type CaseCourante, enMots } from './modele/modele-grille';
import { SaisieGrille } from './saisie/saisie-grille';

/** Somebody else wrote the cell meanwhile: both values, and the choice between them. Nothing when there is no conflict. */
@Component({
  selector: 'pl-choix-conflit',
  template: `
    @if (conflit(); as conflit) {
      <p role="alert">
        <span>
          Modifié entre-temps. Vous&nbsp;: <b>{{ conflit.mienne }}</b> · {{ conflit.auteur }}&nbsp;:
          <b>{{ conflit.sienne }}</b>
        </span>
        <button class="pl-bouton" type="button" (click)="trancher('mienne')">Garder la mienne</button>
        <button class="pl-bouton" type="button" (click)="trancher('sienne')">Prendre l’autre</button>
      </p>
    }
  `,
  styles: `
    :host:empty {
      display: none;
    }

    p {
      display: flex;
      flex-wrap: wrap;
      gap: 0.25rem 0.5rem;
      align-items: center;
      color: var(--pl-attention);
    }

    .pl-bouton {
      min-height: 2rem;
      padding: 0 0.625rem;
      font-size: 0.875rem;
    }
  `,
})
export class ChoixConflit {
  private readonly saisie = inject(SaisieGrille);

  readonly courante = input.required<CaseCourante>();

  protected readonly conflit = computed(() => {
    const { vue, ligne } = this.courante();
    const { etat } = vue;
    if (etat?.sorte !== 'conflit') return null;
    return {
      mienne: etat.ecrit.absence ? etat.texte : formaterValeur(etat.ecrit.valeur, ligne.indicateur) || 'case vidée',
      sienne: etat.actuel ? enMots(etat.actuel, ligne.indicateur) : 'case vidée',
      auteur: etat.actuel?.modifiePar ?? 'Une autre personne',
    };
  });

  protected trancher(choix: 'mienne' | 'sienne'): void {
    void this.saisie.trancher(this.courante().cellule, choix);
  }
}
