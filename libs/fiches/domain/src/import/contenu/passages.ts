import { enTexteRiche, nettoyerTexte } from '@pleniere/shared/domain';
import type { TexteRiche } from '../../fiche/contenu';
import type { Passage } from '../placement/placer';
import { lireDebut, rejoindre } from '../placement/puces';
import type { DocumentSource } from '../source';

/** Words of a passage, as the fiche keeps them: without bullet, on one line, and nothing else changed. */
export interface Dit {
  passage: string;
  texte: string;
  niveau: Passage['niveau'];
}

function motsDe({ texte }: DocumentSource, { debut, fin, niveau }: Passage): string {
  const mots = texte.slice(debut, fin);
  return rejoindre(nettoyerTexte(niveau > 0 ? mots.slice(lireDebut(mots).longueur) : mots));
}

/** The passages of one place, in their order. */
export function lireDits(document: DocumentSource, passages: readonly Passage[]): Dit[] {
  return passages
    .map((passage) => ({ passage: passage.id, texte: motsDe(document, passage), niveau: passage.niveau }))
    .filter(({ texte }) => texte !== '');
}

/** All the words of one place on one line. */
export function enUneLigne(dits: readonly Dit[]): string {
  return dits.map(({ texte }) => texte).join(' ');
}

function puces(textes: readonly string[]): TexteRiche {
  return textes.length === 0 ? '' : `<ul>${textes.map((texte) => `<li>${enTexteRiche(texte)}</li>`).join('')}</ul>`;
}

/** Entries of a list: each passage is one, with the items that stand under it. */
export function enEntrees(dits: readonly Dit[]): { texte: TexteRiche; mots: string }[] {
  const entrees: { mots: string; sous: string[] }[] = [];
  for (const { texte, niveau } of dits) {
    const derniere = entrees.at(-1);
    if (niveau === 2 && derniere) derniere.sous.push(texte);
    else entrees.push({ mots: texte, sous: [] });
  }
  return entrees.map(({ mots, sous }) => ({ texte: enTexteRiche(mots) + puces(sous), mots }));
}

/** A rich text: paragraphs, and the items between them as lists. */
export function enParagraphes(dits: readonly Dit[]): TexteRiche {
  let html: TexteRiche = '';
  let liste: string[] = [];
  for (const { texte, niveau } of dits) {
    if (niveau > 0) liste.push(texte);
    else {
      html += puces(liste) + enTexteRiche(texte);
      liste = [];
    }
  }
  return html + puces(liste);
}
