import { Component, model } from '@angular/core';
import type { SectionSupplementaire } from '@pleniere/fiches/domain';
import { PlIcone } from '@pleniere/shared/ui';
import { nouvelId } from '../nouvel-id';
import { lignesEnCours } from '../saisie/lignes-en-cours';
import { PlSaisie } from '../saisie/saisie';
import { EditeurTexteRiche } from '../texte-riche/editeur-texte-riche';

/** Headings that another territory's template has and ours has not. */
@Component({
  selector: 'pl-editeur-sections',
  imports: [EditeurTexteRiche, PlIcone, PlSaisie],
  template: `
    @for (section of sections.lignes(); track section.id; let rang = $index) {
      <pl-saisie libelle="Intitulé de la section">
        <input
          #libelle
          class="pl-controle"
          [value]="section.libelle"
          (input)="sections.modifier(rang, { libelle: libelle.value })"
        />
      </pl-saisie>
      <pl-editeur-texte-riche
        [libelle]="section.libelle || 'Texte de la section'"
        [prendreLeCurseur]="false"
        [valeur]="section.texte"
        (valeurChange)="sections.modifier(rang, { texte: $event })"
      />
      <button class="pl-bouton discret" type="button" (click)="sections.retirer(rang)">
        <pl-icone nom="fermer" [taille]="18" />Retirer la section
      </button>
    }
    <button class="pl-bouton" type="button" (click)="ajouter()">
      <pl-icone nom="ajouter" [taille]="18" />Ajouter une section
    </button>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--pl-e1);
    }

    button {
      justify-self: start;
    }
  `,
})
export class EditeurSections {
  readonly valeur = model.required<readonly SectionSupplementaire[]>();

  protected readonly sections = lignesEnCours(this.valeur, ({ libelle }) => libelle.trim() !== '');

  protected ajouter(): void {
    this.sections.changer([...this.sections.lignes(), { id: nouvelId(), libelle: '', texte: '' }]);
  }
}
