import type { Editor } from '@tiptap/core';
import { DOMParser as LecteurDom, Slice } from '@tiptap/pm/model';
import { enListe, enTexte, lirePressePapiers } from './collage-html';
import { entreeCourante } from '../schema/commandes';
import type { ModeEditeur } from '../schema/schema';

function dansUneListe(editeur: Editor, html: string): void {
  const { state, view } = editeur;
  const boite = document.createElement('div');
  boite.innerHTML = html;
  const lue = LecteurDom.fromSchema(state.schema).parse(boite).firstChild;
  const entree = entreeCourante(state);
  if (!lue || !entree) return;
  const vide = state.doc.nodeAt(entree.debut)?.textContent === '';
  const tr = state.tr.replace(vide ? entree.debut : entree.fin, entree.fin, new Slice(lue.content, 0, 0));
  view.dispatch(tr.scrollIntoView());
}

/** Puts a clipboard into the text, clean; one piece goes where the cursor is, several become entries or paragraphs. */
export function coller(editeur: Editor, mode: ModeEditeur, presse: Pick<DataTransfer, 'getData'>): boolean {
  const html = presse.getData('text/html');
  // Copied from an editor of ours: already clean, and its structure is known.
  if (html.includes('data-pm-slice')) return false;
  const blocs = lirePressePapiers(html, presse.getData('text/plain'));
  const [premier] = blocs;
  if (!premier) return true;
  if (blocs.length === 1) editeur.commands.insertContent(premier.html);
  else if (mode === 'liste') dansUneListe(editeur, enListe(blocs));
  else editeur.commands.insertContent(enTexte(blocs));
  return true;
}
