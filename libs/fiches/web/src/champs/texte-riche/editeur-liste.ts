import { Component, computed, effect, input, linkedSignal, model, untracked, viewChild } from '@angular/core';
import type { Editor } from '@tiptap/core';
import { EditeurRiche } from './editeur-riche';
import { elementsEnHtml, type EntreeListe, lireElements } from './schema/elements';

/** What an entry carries besides its text. */
export type ComplementEntree = 'aucun' | 'genre' | 'etp';

function avecComplement({ id, texte, genre, etp }: EntreeListe, complement: ComplementEntree): EntreeListe {
  if (complement === 'genre') return { id, texte, genre: genre ?? 'action' };
  return complement === 'etp' ? { id, texte, etp: etp ?? null } : { id, texte };
}

/** An ordered list in one editor, each of its items an entry of the field. */
@Component({
  selector: 'pl-editeur-liste',
  imports: [EditeurRiche],
  template: `
    <pl-editeur-riche
      mode="liste"
      [libelle]="libelle()"
      [depart]="depart()"
      [genres]="complement() === 'genre'"
      [etp]="complement() === 'etp'"
      [numerotee]="numerotee()"
      [prendreLeCurseur]="prendreLeCurseur()"
      (redige)="lire($event)"
    />
  `,
})
export class EditeurListe {
  private readonly riche = viewChild.required(EditeurRiche);

  readonly valeur = model.required<readonly EntreeListe[]>();
  readonly libelle = input.required<string>();
  readonly complement = input<ComplementEntree>('aucun');
  readonly numerotee = input(false);
  readonly prendreLeCurseur = input(true);

  private readonly genre = computed(() => (this.complement() === 'genre' ? 'action' : null));
  protected readonly depart = computed(() => untracked(() => elementsEnHtml(this.valeur(), this.genre())));
  /** What the editor holds: a value that differs comes from elsewhere and is shown. */
  private readonly affichee = linkedSignal(() => untracked(this.valeur));

  constructor() {
    effect(() => {
      const valeur = this.valeur();
      if (JSON.stringify(valeur) === JSON.stringify(untracked(this.affichee))) return;
      this.affichee.set(valeur);
      this.riche().remplacer(elementsEnHtml(valeur, this.genre()));
    });
  }

  protected lire(editeur: Editor): void {
    const lus = lireElements(editeur).map((element) => avecComplement(element, this.complement()));
    this.affichee.set(lus);
    this.valeur.set(lus);
  }
}
