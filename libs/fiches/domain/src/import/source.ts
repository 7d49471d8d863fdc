/** Where a piece of text stands on its page: across it, or in one of the two columns of a sheet. */
export type Colonne = 'pleine' | 'gauche' | 'droite';

/** A piece of a read document, in reading order: a paragraph, an item of a list, a heading, or a page number. */
export interface BlocSource {
  /** Its slice of the document's text. */
  debut: number;
  fin: number;
  sorte: 'paragraphe' | 'puce' | 'titre' | 'folio';
  /** Level of a heading or of an item, from 1; 0 for the rest. */
  niveau: number;
  colonne: Colonne;
  /** Row of the table, null outside a table. */
  rang: number | null;
  gras: boolean;
  /** How many characters are in bold before the first that is not. */
  debutGras: number;
  /** True when the page shows that it goes on with the previous piece, false that it does not, null when it does not tell. */
  suite: boolean | null;
}

/** Words that the document shows in bold or in italics. */
export interface Emphase {
  debut: number;
  fin: number;
  gras: boolean;
  italique: boolean;
}

/** A document as a reader gives it: its whole text, and the pieces that cover all of it but white space. */
export interface DocumentSource {
  texte: string;
  blocs: BlocSource[];
  /** In their order; absent when the format does not tell. */
  emphases?: Emphase[];
  /** True when a piece is a line of the page (text, PDF): paragraphs are to be rejoined. */
  enLignes: boolean;
  /** What the reader has to say to people (images left out, macros ignored…). */
  notes: string[];
}

/** How sure the reading of a passage is. */
export const CONFIANCES = ['faible', 'moyenne', 'forte'] as const;
/** Slug of a confidence. */
export type Confiance = (typeof CONFIANCES)[number];
