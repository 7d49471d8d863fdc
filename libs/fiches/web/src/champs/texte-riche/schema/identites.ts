import { Plugin } from '@tiptap/pm/state';
import { nouvelId } from '../../nouvel-id';

/** Gives every entry of a list an id of its own: new entries, and copies of existing ones. */
export function identites(): Plugin {
  return new Plugin({
    appendTransaction: (transactions, _, etat) => {
      if (!transactions.some((transaction) => transaction.docChanged)) return null;
      const vus = new Set<string>();
      const tr = etat.tr.setMeta('addToHistory', false);
      etat.doc.firstChild?.forEach((element, decalage) => {
        const id: unknown = element.attrs['id'];
        if (typeof id === 'string' && !vus.has(id)) vus.add(id);
        else tr.setNodeAttribute(decalage + 1, 'id', nouvelId());
      });
      return tr.docChanged ? tr : null;
    },
  });
}
