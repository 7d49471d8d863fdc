import { Extension } from '@tiptap/core';
import { joinTextblockBackward, joinTextblockForward } from '@tiptap/pm/commands';
import { deplacer, niveauElement, peutIndenter } from './commandes';

/** Keys of lists: Enter adds, Tab and Shift-Tab indent one level, Alt and an arrow move; Escape leaves (see the field). */
export const Clavier = Extension.create<{ profondeur: number }>({
  name: 'clavier',
  priority: 1000,
  addOptions: () => ({ profondeur: 1 }),
  addKeyboardShortcuts() {
    const { profondeur } = this.options;
    const enListe = (): number => niveauElement(this.editor.state.selection.$from);
    const vide = (): boolean => this.editor.state.selection.$from.parent.content.size === 0;
    const joindre = (commande: typeof joinTextblockBackward): boolean =>
      enListe() > 0 && profondeur === 2 && commande(this.editor.state, this.editor.view.dispatch, this.editor.view);
    return {
      Enter: () => {
        if (profondeur === 2 && enListe() === 1 && vide()) return true;
        return enListe() > 0 && this.editor.commands.splitListItem('listItem');
      },
      Tab: () => {
        if (enListe() === 0) return false;
        if (peutIndenter(this.editor, profondeur)) this.editor.commands.sinkListItem('listItem');
        return true;
      },
      'Shift-Tab': () => {
        if (enListe() === 0) return false;
        if (enListe() > 1 || profondeur === 1) this.editor.commands.liftListItem('listItem');
        return true;
      },
      Backspace: () => joindre(joinTextblockBackward),
      Delete: () => joindre(joinTextblockForward),
      'Alt-ArrowUp': () => enListe() > 0 && (deplacer(this.editor, -1) || true),
      'Alt-ArrowDown': () => enListe() > 0 && (deplacer(this.editor, 1) || true),
    };
  },
});
