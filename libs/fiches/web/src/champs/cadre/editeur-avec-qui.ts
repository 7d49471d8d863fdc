import { Component, model } from '@angular/core';
import type { CadreAvecQui } from '@pleniere/fiches/domain';
import { EditeurActeurs } from '../editeurs/editeur-acteurs';
import { EditeurTexteRiche } from '../texte-riche/editeur-texte-riche';

/** « Avec qui ? »: the sentence of the sheet, and the actors that it names. */
@Component({
  selector: 'pl-editeur-avec-qui',
  imports: [EditeurActeurs, EditeurTexteRiche],
  template: `
    <pl-editeur-texte-riche
      libelle="Avec qui&#8239;?"
      [valeur]="valeur().texte"
      (valeurChange)="changer({ texte: $event })"
    />
    <pl-editeur-acteurs [valeur]="valeur().acteurs" (valeurChange)="changer({ acteurs: [...$event] })" />
  `,
  styles: ':host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--pl-e2); }',
})
export class EditeurAvecQui {
  readonly valeur = model.required<CadreAvecQui>();

  protected changer(changement: Partial<CadreAvecQui>): void {
    this.valeur.update((cadre) => ({ ...cadre, ...changement }));
  }
}
