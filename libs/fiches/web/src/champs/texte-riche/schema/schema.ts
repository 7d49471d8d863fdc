import type { Extensions } from '@tiptap/core';
import { Bold } from '@tiptap/extension-bold';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Italic } from '@tiptap/extension-italic';
import { Link } from '@tiptap/extension-link';
import { BulletList, ListItem } from '@tiptap/extension-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { UndoRedo } from '@tiptap/extensions';
import { Clavier } from './clavier';
import { identites } from './identites';

/** `texte`: paragraphs with bullet lists. `liste`: one list, whose first-level items are the entries of the field. */
export type ModeEditeur = 'texte' | 'liste';

const Lien = Link.configure({
  openOnClick: false,
  defaultProtocol: 'https',
  HTMLAttributes: { target: null, rel: null },
});

const Element = ListItem.extend({
  content: 'paragraph (paragraph | bulletList)*',
  addAttributes() {
    return {
      id: {
        default: null,
        keepOnSplit: false,
        parseHTML: (li) => li.getAttribute('data-id'),
        renderHTML: ({ id }) => (id ? { 'data-id': id } : {}),
      },
      genre: {
        default: null,
        parseHTML: (li) => li.getAttribute('data-genre'),
        renderHTML: ({ genre }) => (genre ? { 'data-genre': genre } : {}),
      },
      etp: {
        default: null,
        keepOnSplit: false,
        parseHTML: (li) => (li.hasAttribute('data-etp') ? Number(li.getAttribute('data-etp')) : null),
        renderHTML: ({ etp }) => (etp === null ? {} : { 'data-etp': etp }),
      },
    };
  },
});

/** What a text may hold: bold, italic, link, line break, and a bullet list one level deep. */
export function extensions(mode: ModeEditeur): Extensions {
  const liste = mode === 'liste';
  return [
    liste ? Document.extend({ content: 'bulletList', addProseMirrorPlugins: () => [identites()] }) : Document,
    Paragraph,
    Text,
    Bold,
    Italic,
    HardBreak,
    Lien,
    BulletList,
    Element,
    UndoRedo,
    Clavier.configure({ profondeur: liste ? 2 : 1 }),
  ];
}
