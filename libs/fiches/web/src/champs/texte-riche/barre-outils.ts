import { Component, computed, type ElementRef, input, signal, viewChild } from '@angular/core';
import { type ElementPlanAction, GENRES_PLAN, LIBELLES_GENRES } from '@pleniere/fiches/domain';
import { type NomIcone, PlIcone } from '@pleniere/shared/ui';
import type { Editor } from '@tiptap/core';
import {
  ajouterEntree,
  deplacer,
  entreeCourante,
  niveauElement,
  peutDeplacer,
  peutIndenter,
  qualifierEntree,
  retirerElement,
} from './schema/commandes';
import type { ModeEditeur } from './schema/schema';

interface Outil {
  nom: string;
  icone: NomIcone;
  /** Pressed state, for tools that mark the selection. */
  actif?: boolean;
  possible: boolean;
  /** Its icon is a letter or a sign that everybody reads: the word is kept for screen readers. */
  bref?: boolean;
  faire: () => unknown;
}

/** Tools of a text or of a list: each is a named button, and has its key. */
@Component({
  selector: 'pl-barre-outils',
  imports: [PlIcone],
  templateUrl: './barre-outils.html',
  styleUrl: './barre-outils.scss',
})
export class BarreOutils {
  private readonly adresse = viewChild<ElementRef<HTMLInputElement>>('adresse');

  readonly editeur = input.required<Editor>();
  readonly mode = input.required<ModeEditeur>();
  readonly genres = input(false);
  readonly etp = input(false);
  /** Changes with each act in the editor. */
  readonly trait = input.required<number>();

  protected readonly choixGenres = GENRES_PLAN;
  protected readonly libellesGenres = LIBELLES_GENRES;
  /** Address being typed for a link; null when nobody asks for one. */
  protected readonly lien = signal<string | null>(null);
  protected readonly entree = computed(() => this.suivre((editeur) => entreeCourante(editeur.state)?.attrs ?? null));

  protected readonly groupes = computed<Outil[][]>(() =>
    this.suivre((editeur) => [this.marques(editeur), this.elements(editeur), this.pas(editeur)]),
  );

  protected genre(valeur: string): void {
    qualifierEntree(this.editeur(), 'genre', valeur as ElementPlanAction['genre']);
  }

  protected equivalents(valeur: string): void {
    const nombre = Number(valeur.replace(',', '.'));
    qualifierEntree(this.editeur(), 'etp', valeur.trim() === '' || Number.isNaN(nombre) ? null : nombre);
  }

  protected demanderLien(): void {
    this.lien.set(String(this.editeur().getAttributes('link')['href'] ?? ''));
    setTimeout(() => this.adresse()?.nativeElement.focus());
  }

  protected poserLien(adresse: string): void {
    const href = /^(https?:|mailto:)/i.test(adresse) ? adresse : `https://${adresse}`;
    const chaine = this.editeur().chain().focus().extendMarkRange('link');
    if (adresse.trim() === '') chaine.unsetLink().run();
    else if (this.editeur().state.selection.empty && !this.editeur().isActive('link'))
      chaine.insertContent({ type: 'text', text: adresse, marks: [{ type: 'link', attrs: { href } }] }).run();
    else chaine.setLink({ href }).run();
    this.lien.set(null);
  }

  protected fermerLien(evenement: Event): void {
    evenement.stopPropagation();
    this.lien.set(null);
    this.editeur().commands.focus();
  }

  private suivre<T>(lire: (editeur: Editor) => T): T {
    this.trait();
    return lire(this.editeur());
  }

  private marques(editeur: Editor): Outil[] {
    const chaine = (): ReturnType<Editor['chain']> => editeur.chain().focus();
    return [
      {
        nom: 'Gras',
        bref: true,
        icone: 'gras',
        actif: editeur.isActive('bold'),
        possible: true,
        faire: () => chaine().toggleBold().run(),
      },
      {
        nom: 'Italique',
        bref: true,
        icone: 'italique',
        actif: editeur.isActive('italic'),
        possible: true,
        faire: () => chaine().toggleItalic().run(),
      },
      {
        nom: 'Lien',
        bref: true,
        icone: 'lien',
        actif: editeur.isActive('link'),
        possible: true,
        faire: () => this.demanderLien(),
      },
    ];
  }

  private elements(editeur: Editor): Outil[] {
    const chaine = (): ReturnType<Editor['chain']> => editeur.chain().focus();
    if (this.mode() === 'texte')
      return [
        {
          nom: 'Puces',
          icone: 'liste',
          actif: editeur.isActive('bulletList'),
          possible: true,
          faire: () => chaine().toggleBulletList().run(),
        },
      ];
    const { state } = editeur;
    const sousElement = niveauElement(state.selection.$from) > 1;
    return [
      { nom: 'Ajouter', icone: 'ajouter', possible: true, faire: () => ajouterEntree(editeur) },
      {
        nom: 'Monter',
        icone: 'monter',
        possible: peutDeplacer(state, -1),
        faire: () => deplacer(editeur, -1) && editeur.view.focus(),
      },
      {
        nom: 'Descendre',
        icone: 'descendre',
        possible: peutDeplacer(state, 1),
        faire: () => deplacer(editeur, 1) && editeur.view.focus(),
      },
      sousElement
        ? {
            nom: 'Sans retrait',
            icone: 'retrait-moins',
            possible: true,
            faire: () => chaine().liftListItem('listItem').run(),
          }
        : {
            nom: 'Retrait',
            icone: 'retrait-plus',
            possible: peutIndenter(editeur, 2),
            faire: () => chaine().sinkListItem('listItem').run(),
          },
      { nom: 'Retirer', icone: 'supprimer', possible: true, faire: () => retirerElement(editeur) },
    ];
  }

  private pas(editeur: Editor): Outil[] {
    return [
      {
        nom: 'Défaire',
        bref: true,
        icone: 'annuler',
        possible: editeur.can().undo(),
        faire: () => editeur.chain().focus().undo().run(),
      },
      {
        nom: 'Refaire',
        bref: true,
        icone: 'refaire',
        possible: editeur.can().redo(),
        faire: () => editeur.chain().focus().redo().run(),
      },
    ];
  }
}
