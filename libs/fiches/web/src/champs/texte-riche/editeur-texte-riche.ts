import { Component, computed, effect, input, linkedSignal, model, untracked, viewChild } from '@angular/core';
import { texteBrut } from '@pleniere/shared/domain';
import type { Editor } from '@tiptap/core';
import { EditeurRiche } from './editeur-riche';

/** A rich text; empty when nothing is written in it. */
@Component({
  selector: 'pl-editeur-texte-riche',
  imports: [EditeurRiche],
  template: `
    <pl-editeur-riche
      mode="texte"
      [libelle]="libelle()"
      [depart]="depart()"
      [prendreLeCurseur]="prendreLeCurseur()"
      (redige)="lire($event)"
    />
  `,
})
export class EditeurTexteRiche {
  private readonly riche = viewChild.required(EditeurRiche);

  readonly valeur = model.required<string>();
  readonly libelle = input.required<string>();
  readonly prendreLeCurseur = input(true);

  protected readonly depart = computed(() => untracked(this.valeur));
  private readonly affichee = linkedSignal(() => untracked(this.valeur));

  constructor() {
    effect(() => {
      const valeur = this.valeur();
      if (valeur === untracked(this.affichee)) return;
      this.affichee.set(valeur);
      this.riche().remplacer(valeur);
    });
  }

  protected lire(editeur: Editor): void {
    const html = editeur.getHTML();
    const valeur = texteBrut(html) === '' ? '' : html;
    this.affichee.set(valeur);
    this.valeur.set(valeur);
  }
}
