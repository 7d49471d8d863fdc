import { Component, model } from '@angular/core';
import type { CadreAvecQuoi } from '@pleniere/fiches/domain';
import { EditeurListe } from '../texte-riche/editeur-liste';
import { EditeurTexteRiche } from '../texte-riche/editeur-texte-riche';

/** « Avec quoi ? »: the sentence of the sheet, and the modalities among which each ville chooses. */
@Component({
  selector: 'pl-editeur-avec-quoi',
  imports: [EditeurListe, EditeurTexteRiche],
  template: `
    <pl-editeur-texte-riche
      libelle="Avec quoi&#8239;?"
      [valeur]="valeur().texte"
      (valeurChange)="changer({ texte: $event })"
    />
    <p class="pl-discret">Modalités au choix de chaque ville</p>
    <pl-editeur-liste
      libelle="Modalités"
      [prendreLeCurseur]="false"
      [valeur]="valeur().modalites"
      (valeurChange)="changer({ modalites: [...$event] })"
    />
  `,
  styles: ':host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--pl-e1); }',
})
export class EditeurAvecQuoi {
  readonly valeur = model.required<CadreAvecQuoi>();

  protected changer(changement: Partial<CadreAvecQuoi>): void {
    this.valeur.update((cadre) => ({ ...cadre, ...changement }));
  }
}
