import { Component, input, output } from '@angular/core';
import { ChampDefinition } from './champ-definition';

/** A written field of the form, on one line or several. */
@Component({
  selector: 'pl-champ-texte',
  imports: [ChampDefinition],
  template: `
    <pl-champ-definition [libelle]="libelle()" [aide]="aide()" [erreur]="erreur()">
      @if (lignes() > 1) {
        <textarea
          #long
          [rows]="lignes()"
          [attr.maxlength]="limite()"
          [value]="valeur()"
          (input)="ecrite.emit(long.value)"
        ></textarea>
      } @else {
        <input
          #court
          type="text"
          [attr.inputmode]="nombre() ? 'decimal' : null"
          [attr.maxlength]="limite()"
          [value]="valeur()"
          (input)="ecrite.emit(court.value)"
        />
      }
    </pl-champ-definition>
  `,
  styleUrl: './controles.scss',
})
export class ChampTexte {
  readonly libelle = input.required<string>();
  readonly aide = input('');
  readonly erreur = input<string>();
  readonly valeur = input.required<string>();
  readonly lignes = input(1);
  readonly limite = input<number>();
  readonly nombre = input(false);
  readonly ecrite = output<string>();
}
