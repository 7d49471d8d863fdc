import { Component, input } from '@angular/core';
import { PlIcone } from '@pleniere/shared/ui';

/** Two files of everything that is kept of a person: one for a program, one for a spreadsheet. */
@Component({
  selector: 'pl-prendre-donnees',
  imports: [PlIcone],
  template: `
    <div class="pl-rangee">
      <a class="pl-bouton" [href]="adresse()" download>
        <pl-icone nom="telecharger" [taille]="18" />Télécharger (JSON)
      </a>
      <a class="pl-bouton" [href]="adresse() + '?format=csv'" download>
        <pl-icone nom="tableur" [taille]="18" />Télécharger (CSV)
      </a>
    </div>
  `,
})
export class PrendreDonnees {
  /** Address of the data of that person. */
  readonly adresse = input.required<string>();
}
