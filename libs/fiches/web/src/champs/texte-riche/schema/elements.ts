import type { Editor } from '@tiptap/core';
import { DOMSerializer } from '@tiptap/pm/model';
import { texteBrut } from '@pleniere/shared/domain';
import { nouvelId } from '../../nouvel-id';

/** An entry of any list of the sheet; `genre` and `etp` only where the field has them. */
export interface EntreeListe {
  id: string;
  texte: string;
  genre?: string;
  etp?: number | null;
}

const echapper = (texte: string): string => texte.replace(/[&"<]/g, (signe) => `&#${signe.charCodeAt(0)};`);

/** The list as the editor reads it; one empty entry to write in when there is none. */
export function elementsEnHtml(elements: readonly EntreeListe[], genre: string | null): string {
  const attribut = (nom: string, valeur: string | number | null | undefined): string =>
    valeur === null || valeur === undefined ? '' : ` data-${nom}="${echapper(String(valeur))}"`;
  const lus = elements.map(
    (element) =>
      `<li data-id="${echapper(element.id)}"${attribut('genre', element.genre)}${attribut('etp', element.etp)}>${element.texte}</li>`,
  );
  return `<ul>${lus.join('') || `<li data-id="${nouvelId()}"${attribut('genre', genre)}><p></p></li>`}</ul>`;
}

/** The entries of the editor's list, empty ones left out. */
export function lireElements(editeur: Editor): EntreeListe[] {
  const serialiseur = DOMSerializer.fromSchema(editeur.schema);
  const elements: EntreeListe[] = [];
  editeur.state.doc.firstChild?.forEach(({ attrs, content }) => {
    const boite = document.createElement('div');
    boite.append(serialiseur.serializeFragment(content));
    // Only entries have an identity; what is indented under them is their text.
    for (const li of boite.querySelectorAll('li')) for (const nom of li.getAttributeNames()) li.removeAttribute(nom);
    const texte = boite.innerHTML;
    if (texteBrut(texte) === '') return;
    elements.push({ id: String(attrs['id']), texte, genre: attrs['genre'], etp: attrs['etp'] });
  });
  return elements;
}
