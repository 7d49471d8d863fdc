import { Component, input, model } from '@angular/core';
import { PlSaisie } from '../saisie/saisie';

/** A plain text on one line or several, with its limit. */
@Component({
  selector: 'pl-editeur-texte',
  imports: [PlSaisie],
  template: `
    <pl-saisie [libelle]="libelle()" [texte]="valeur()" [max]="max()">
      <textarea #zone class="pl-controle" rows="2" [value]="valeur()" (input)="ecrire(zone.value)"></textarea>
    </pl-saisie>
  `,
})
export class EditeurTexte {
  readonly valeur = model.required<string>();
  readonly libelle = input.required<string>();
  readonly max = input.required<number>();
  readonly surUneLigne = input(false);

  protected ecrire(texte: string): void {
    this.valeur.set(this.surUneLigne() ? texte.replace(/\n/g, ' ') : texte);
  }
}
