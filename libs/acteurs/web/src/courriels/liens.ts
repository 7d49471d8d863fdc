/** A piece of a plain text: words, or an address that can be followed. */
export interface Morceau {
  texte: string;
  lien: boolean;
}

// What ends a sentence is not part of the address before it.
const ADRESSE = /(https?:\/\/[^\s<>«»"]*[^\s<>«»".,;:!?)…])/;

/** Cuts a plain text where its web addresses are. */
export function couperAuxLiens(texte: string): Morceau[] {
  return texte
    .split(ADRESSE)
    .map((morceau, rang) => ({ texte: morceau, lien: rang % 2 === 1 }))
    .filter((morceau) => morceau.texte !== '');
}
