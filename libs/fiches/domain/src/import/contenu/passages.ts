import { enTexteRiche, nettoyerTexte } from '@pleniere/shared/domain';
import type { TexteRiche } from '../../fiche/contenu';
import type { Passage } from '../passage';
import { lireDebut, rejoindre } from '../placement/puces';
import type { DocumentSource } from '../source';

/** Words of a passage, as the fiche keeps them: without bullet, on one line, and nothing else changed. */
export interface Dit {
  passage: string;
  texte: string;
  /** The same, with the bold and the italics of the document. */
  riche: TexteRiche;
  niveau: Passage['niveau'];
}

// Signs that no text holds, until the words are clean.
const MARQUES = { gras: ['\uFDD0', '\uFDD1'], italique: ['\uFDD2', '\uFDD3'] } as const;
const BALISES: Readonly<Record<string, string>> = {
  '\uFDD0': '<strong>',
  '\uFDD1': '</strong>',
  '\uFDD2': '<em>',
  '\uFDD3': '</em>',
};
const SIGNES = /[\uFDD0-\uFDD3]/g;

/** A slice of the text with a sign where the bold and the italics begin and end, never around white space. */
function marquer({ texte, emphases = [] }: DocumentSource, debut: number, fin: number): string {
  let [marque, place] = ['', debut];
  for (const emphase of emphases) {
    const [de, a] = [Math.max(emphase.debut, place), Math.min(emphase.fin, fin)];
    const mots = texte.slice(de, a);
    if (de >= a || mots.trim() === '') continue;
    const [ouvreGras, fermeGras] = emphase.gras ? MARQUES.gras : ['', ''];
    const [ouvreItalique, fermeItalique] = emphase.italique ? MARQUES.italique : ['', ''];
    const [avant, apres] = [mots.length - mots.trimStart().length, mots.trimEnd().length];
    marque += texte.slice(place, de + avant) + ouvreGras + ouvreItalique;
    marque += mots.slice(avant, apres) + fermeItalique + fermeGras + mots.slice(apres);
    place = a;
  }
  return marque + texte.slice(place, fin);
}

function ditDe(document: DocumentSource, { id, debut, fin, niveau }: Passage): Dit {
  const depart = niveau > 0 ? debut + lireDebut(document.texte.slice(debut, fin)).longueur : debut;
  const marque = rejoindre(nettoyerTexte(marquer(document, depart, fin)));
  return {
    passage: id,
    texte: marque.replace(SIGNES, ''),
    riche: enTexteRiche(marque).replace(SIGNES, (signe) => BALISES[signe] ?? ''),
    niveau,
  };
}

/** The passages of one place, in their order. */
export function lireDits(document: DocumentSource, passages: readonly Passage[]): Dit[] {
  return passages.map((passage) => ditDe(document, passage)).filter(({ texte }) => texte !== '');
}

/** All the words of one place on one line. */
export function enUneLigne(dits: readonly Dit[]): string {
  return dits.map(({ texte }) => texte).join(' ');
}

function puces(riches: readonly TexteRiche[]): TexteRiche {
  return riches.length === 0 ? '' : `<ul>${riches.map((riche) => `<li>${riche}</li>`).join('')}</ul>`;
}

/** Entries of a list: each passage is one, with the items that stand under it. */
export function enEntrees(dits: readonly Dit[]): { texte: TexteRiche; mots: string }[] {
  const entrees: { mots: string; riche: TexteRiche; sous: TexteRiche[] }[] = [];
  for (const { texte, riche, niveau } of dits) {
    const derniere = entrees.at(-1);
    if (niveau === 2 && derniere) derniere.sous.push(riche);
    else entrees.push({ mots: texte, riche, sous: [] });
  }
  return entrees.map(({ mots, riche, sous }) => ({ texte: riche + puces(sous), mots }));
}

/** A rich text: paragraphs, and the items between them as lists. */
export function enParagraphes(dits: readonly Dit[]): TexteRiche {
  let html: TexteRiche = '';
  let liste: TexteRiche[] = [];
  for (const { riche, niveau } of dits) {
    if (niveau > 0) liste.push(riche);
    else {
      html += puces(liste) + riche;
      liste = [];
    }
  }
  return html + puces(liste);
}
