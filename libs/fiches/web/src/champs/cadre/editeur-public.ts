import { Component, model } from '@angular/core';
import { LIBELLES_PUBLICS, type PublicCible, PUBLICS } from '@pleniere/fiches/domain';
import { EditeurTexteRiche } from '../texte-riche/editeur-texte-riche';

/** « Public cible »: the sentence of the sheet, and the publics that it aims at. */
@Component({
  selector: 'pl-editeur-public',
  imports: [EditeurTexteRiche],
  template: `
    <pl-editeur-texte-riche
      libelle="Public cible"
      [valeur]="valeur().texte"
      (valeurChange)="changer({ texte: $event })"
    />
    <fieldset>
      <legend class="pl-discret">Publics visés</legend>
      @for (choix of publics; track choix) {
        <label class="pl-case">
          <input type="checkbox" [checked]="valeur().publics.includes(choix)" (change)="basculer(choix)" />
          {{ libelles[choix] }}
        </label>
      }
    </fieldset>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--pl-e1);
    }

    fieldset {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 14rem), 1fr));
      margin: 0;
      padding: 0;
      border: 0;
    }
  `,
})
export class EditeurPublic {
  readonly valeur = model.required<PublicCible>();

  protected readonly publics = PUBLICS;
  protected readonly libelles = LIBELLES_PUBLICS;

  protected changer(changement: Partial<PublicCible>): void {
    this.valeur.update((cible) => ({ ...cible, ...changement }));
  }

  protected basculer(choix: PublicCible['publics'][number]): void {
    const choisis = this.valeur().publics;
    const suite = PUBLICS.filter((connu) => (connu === choix ? !choisis.includes(connu) : choisis.includes(connu)));
    this.changer({ publics: suite });
  }
}
