import type { Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import type { ResolvedPos } from '@tiptap/pm/model';
import { type EditorState, TextSelection } from '@tiptap/pm/state';

/** Depth of the innermost list item around a position; 0 when there is none. */
function profondeurElement($position: ResolvedPos): number {
  for (let profondeur = $position.depth; profondeur > 0; profondeur--) {
    if ($position.node(profondeur).type.name === 'listItem') return profondeur;
  }
  return 0;
}

/** How many list items are around a position: 1 for an entry, 2 for what is indented under it. */
export function niveauElement($position: ResolvedPos): number {
  let niveau = 0;
  for (let profondeur = $position.depth; profondeur > 0; profondeur--) {
    if ($position.node(profondeur).type.name === 'listItem') niveau++;
  }
  return niveau;
}

/** Range and attributes of the first-level entry that holds the cursor. */
export function entreeCourante({
  selection,
}: EditorState): { debut: number; fin: number; attrs: Record<string, unknown> } | null {
  const { $from } = selection;
  if ($from.depth < 2 || $from.node(2).type.name !== 'listItem') return null;
  return { debut: $from.before(2), fin: $from.after(2), attrs: $from.node(2).attrs };
}

/** Whether the item that holds the cursor has a neighbour in that direction. */
export function peutDeplacer({ selection }: EditorState, sens: -1 | 1): boolean {
  const profondeur = profondeurElement(selection.$from);
  if (profondeur === 0) return false;
  const rang = selection.$from.index(profondeur - 1) + sens;
  return rang >= 0 && rang < selection.$from.node(profondeur - 1).childCount;
}

/** Moves the item that holds the cursor above or below its neighbour; the cursor goes with it. Undone alone. */
export function deplacer(editeur: Editor, sens: -1 | 1): boolean {
  const { state, view } = editeur;
  if (!peutDeplacer(state, sens)) return false;
  const { $from } = state.selection;
  const profondeur = profondeurElement($from);
  const element = $from.node(profondeur);
  const debut = $from.before(profondeur);
  const voisin = $from.node(profondeur - 1).child($from.index(profondeur - 1) + sens);
  const arrivee = debut + sens * voisin.nodeSize;
  const tr = state.tr.delete(debut, debut + element.nodeSize).insert(arrivee, element);
  const curseur = arrivee + ($from.pos - debut);
  view.dispatch(closeHistory(tr).setSelection(TextSelection.create(tr.doc, curseur)).scrollIntoView());
  return true;
}

/** Adds an empty entry under the one that holds the cursor, and goes there. */
export function ajouterEntree(editeur: Editor): boolean {
  const { state, view } = editeur;
  const entree = entreeCourante(state);
  const type = state.schema.nodes['listItem'];
  const paragraphe = state.schema.nodes['paragraph'];
  if (!type || !paragraphe) return false;
  const place = entree?.fin ?? state.doc.content.size - 1;
  const attrs = { genre: entree?.attrs['genre'] ?? null };
  const tr = state.tr.insert(place, type.create(attrs, paragraphe.create()));
  view.dispatch(
    closeHistory(tr)
      .setSelection(TextSelection.create(tr.doc, place + 2))
      .scrollIntoView(),
  );
  view.focus();
  return true;
}

/** Removes the item that holds the cursor; the last one is emptied instead. */
export function retirerElement(editeur: Editor): boolean {
  const { state, view } = editeur;
  const { $from } = state.selection;
  const profondeur = profondeurElement($from);
  if (profondeur === 0) return false;
  const seul = $from.node(profondeur - 1).childCount === 1;
  const racine = profondeur === 2;
  const porteur = seul && !racine ? profondeur - 1 : profondeur;
  const paragraphe = state.schema.nodes['paragraph'];
  const tr =
    seul && racine && paragraphe
      ? state.tr.replaceWith($from.start(profondeur), $from.end(profondeur), paragraphe.create())
      : state.tr.delete($from.before(porteur), $from.after(porteur));
  const proche = Math.min(tr.mapping.map($from.pos), tr.doc.content.size);
  view.dispatch(
    closeHistory(tr)
      .setSelection(TextSelection.near(tr.doc.resolve(proche), -1))
      .scrollIntoView(),
  );
  view.focus();
  return true;
}

/** Whether Tab would indent: only one level, and never the first item. */
export function peutIndenter(editeur: Editor, profondeurMax: number): boolean {
  const { $from } = editeur.state.selection;
  return niveauElement($from) < profondeurMax && editeur.can().sinkListItem('listItem');
}

/** Changes an attribute (kind, full-time equivalents) of the entry that holds the cursor. */
export function qualifierEntree(editeur: Editor, attribut: 'genre' | 'etp', valeur: string | number | null): void {
  const entree = entreeCourante(editeur.state);
  if (entree) editeur.view.dispatch(editeur.state.tr.setNodeAttribute(entree.debut, attribut, valeur));
}
