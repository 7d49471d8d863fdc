import { Component, input, model } from '@angular/core';
import { LIMITE_MOTIF_RUPTURE } from '@pleniere/indicateurs/domain';
import { ChampChoix } from './champs/champ-choix';
import { ChampTexte } from './champs/champ-texte';

/** What a change of meaning does to the recorded values: nothing (a correction), or a new series from a year on. */
export type SortDesValeurs = { sorte: 'correction' } | { sorte: 'rupture'; depuis: number; motif: string };

/** Asks what becomes of the values when a definition no longer says the same thing. */
@Component({
  selector: 'pl-choix-rupture',
  imports: [ChampChoix, ChampTexte],
  template: `
    <fieldset class="pile">
      <legend>Des valeurs sont déjà saisies&nbsp;: que deviennent-elles&#8239;?</legend>
      <label>
        <input
          type="radio"
          name="sort-des-valeurs"
          [checked]="sort()?.sorte === 'correction'"
          (change)="sort.set({ sorte: 'correction' })"
        />
        <span>Je corrige la rédaction&nbsp;: elles ont bien été mesurées ainsi.</span>
      </label>
      @if (annees().length > 0) {
        <label>
          <input
            type="radio"
            name="sort-des-valeurs"
            [checked]="sort()?.sorte === 'rupture'"
            (change)="sort.set({ sorte: 'rupture', depuis: annees()[0] ?? 0, motif: '' })"
          />
          <span>La définition change à partir d’une année&nbsp;: on ne compare pas avant et après.</span>
        </label>
      }
      @if (erreur(); as motif) {
        <span class="erreur" role="alert">{{ motif }}</span>
      }
    </fieldset>
    @if (sort(); as choisi) {
      @if (choisi.sorte === 'rupture') {
        <div class="deux">
          <pl-champ-choix
            libelle="Première année de la nouvelle définition"
            [choix]="choix()"
            [valeur]="'' + choisi.depuis"
            [erreur]="erreurDepuis()"
            (choisie)="sort.set({ sorte: 'rupture', depuis: +$event, motif: choisi.motif })"
          />
          <pl-champ-texte
            libelle="Pourquoi elle change"
            aide="La référence mesurée avec l’ancienne définition ne vaut plus&nbsp;: changez-la ici, ou elle sera retirée."
            [limite]="limite"
            [valeur]="choisi.motif"
            [erreur]="erreurMotif()"
            (ecrite)="sort.set({ sorte: 'rupture', depuis: choisi.depuis, motif: $event })"
          />
        </div>
      }
    }
  `,
  styleUrl: './champs/controles.scss',
  styles: `
    :host {
      display: grid;
      gap: var(--pl-e2);
      padding: var(--pl-e2);
      border-left: 3px solid var(--pl-attention);
      background: color-mix(in oklab, var(--pl-attention) 7%, var(--pl-papier));
    }
  `,
})
export class ChoixRupture {
  readonly sort = model.required<SortDesValeurs | null>();
  /** Years from which a new definition may start. */
  readonly annees = input.required<readonly number[]>();
  readonly erreur = input<string>();
  readonly erreurMotif = input<string>();
  readonly erreurDepuis = input<string>();

  protected readonly limite = LIMITE_MOTIF_RUPTURE;
  protected readonly choix = (): { valeur: string; libelle: string }[] =>
    this.annees().map((annee) => ({ valeur: String(annee), libelle: String(annee) }));
}
