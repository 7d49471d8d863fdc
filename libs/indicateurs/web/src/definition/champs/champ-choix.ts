import { Component, computed, input, output } from '@angular/core';
import { ChampDefinition } from './champ-definition';

/** A possible answer of a closed field. */
export interface Choix<V extends string = string> {
  valeur: V;
  libelle: string;
}

/** A closed field of the form: one answer among a few. */
@Component({
  selector: 'pl-champ-choix',
  imports: [ChampDefinition],
  template: `
    <pl-champ-definition [libelle]="libelle()" [aide]="aide()" [erreur]="erreur()">
      <select #choisi (change)="choisir(choisi.value)">
        @for (possible of choix(); track possible.valeur) {
          <option [value]="possible.valeur" [selected]="possible.valeur === valeur()">{{ possible.libelle }}</option>
        }
        @if (inconnue()) {
          <option [value]="valeur()" selected>…</option>
        }
      </select>
    </pl-champ-definition>
  `,
  styleUrl: './controles.scss',
})
export class ChampChoix<V extends string> {
  readonly libelle = input.required<string>();
  readonly aide = input('');
  readonly erreur = input<string>();
  readonly choix = input.required<readonly Choix<V>[]>();
  readonly valeur = input.required<V>();
  readonly choisie = output<V>();

  /** The answer stands although its name is not read yet. */
  protected readonly inconnue = computed(() => this.choix().every(({ valeur }) => valeur !== this.valeur()));

  protected choisir(texte: string): void {
    const choix = this.choix().find(({ valeur }) => valeur === texte);
    if (choix) this.choisie.emit(choix.valeur);
  }
}
