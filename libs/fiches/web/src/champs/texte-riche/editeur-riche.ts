import {
  afterNextRender,
  Component,
  computed,
  DestroyRef,
  type ElementRef,
  inject,
  input,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { Editor } from '@tiptap/core';
import { BarreOutils } from './barre-outils';
import { coller } from './collage/coller';
import { extensions, type ModeEditeur } from './schema/schema';

/** Surface on which restricted HTML is written, with its tools; the two editors of text and list stand on it. */
@Component({
  selector: 'pl-editeur-riche',
  imports: [BarreOutils],
  template: `
    @if (editeur(); as pret) {
      <pl-barre-outils [editeur]="pret" [mode]="mode()" [genres]="genres()" [etp]="etp()" [trait]="trait()" />
    }
    <div #surface class="surface" [class.numerotee]="numerotee()"></div>
  `,
  styleUrl: './editeur-riche.scss',
})
export class EditeurRiche {
  private readonly surface = viewChild.required<ElementRef<HTMLElement>>('surface');

  readonly libelle = input.required<string>();
  readonly mode = input.required<ModeEditeur>();
  /** Content to start from. */
  readonly depart = input.required<string>();
  readonly genres = input(false);
  readonly etp = input(false);
  readonly numerotee = input(false);
  /** The cursor goes in as soon as the editor is there; off where several editors share a field. */
  readonly prendreLeCurseur = input(true);
  readonly redige = output<Editor>();

  protected readonly editeur = signal<Editor | null>(null);
  /** Counts what happens in the editor, so that the tools follow the cursor. */
  protected readonly trait = signal(0);
  protected readonly aide = computed(() =>
    this.mode() === 'liste'
      ? 'Entrée ajoute un élément, Tab le met en retrait, Alt et une flèche le déplacent, Échap termine.'
      : 'Échap termine.',
  );

  constructor() {
    const destroyRef = inject(DestroyRef);
    afterNextRender(() => {
      const editeur = untracked(() => this.creer());
      this.editeur.set(editeur);
      destroyRef.onDestroy(() => editeur.destroy());
    });
  }

  /** Replaces the whole text, for instance after « Annuler »; the editor's own undo still goes back. */
  remplacer(html: string): void {
    this.editeur()?.commands.setContent(html, { emitUpdate: false });
  }

  private creer(): Editor {
    const mode = this.mode();
    return new Editor({
      element: this.surface().nativeElement,
      extensions: extensions(mode),
      content: this.depart(),
      autofocus: this.prendreLeCurseur() ? 'end' : false,
      enableInputRules: false,
      enablePasteRules: false,
      injectCSS: false,
      editorProps: {
        attributes: {
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': this.libelle(),
          'aria-description': this.aide(),
          spellcheck: 'true',
        },
        handlePaste: (_, evenement) => {
          const editeur = this.editeur();
          return editeur !== null && evenement.clipboardData !== null && coller(editeur, mode, evenement.clipboardData);
        },
      },
      onTransaction: () => this.trait.update((trait) => trait + 1),
      onUpdate: ({ editor }) => this.redige.emit(editor),
    });
  }
}
