import type { LigneId } from '../../fiche/registre';
import type { BlocSource, DocumentSource } from '../source';
import { LIBELLES_CONNUS, type Destination, type LibelleConnu } from './libelles';

/** A heading found in a document: its slice, and where what follows goes. */
export interface Etiquette {
  debut: number;
  fin: number;
  destination: Destination;
  /** Row of the sheet; null for a heading that the sheet does not have. */
  ligne: LigneId | null;
  /** Its place on the sheet, from 0; null when its form alone tells it. */
  place: number | null;
  /** Words of a heading that the sheet does not have. */
  titre: string;
  /** How well the words are those of the sheet, from 0 to 1. */
  score: number;
  /** False when only its words make it a heading: it must then stand in the sheet's order. */
  sure: boolean;
  /** True for two headings of the sheet in one (« Pilotage et partenaires »): their smaller ones stand below. */
  composee?: boolean;
}

/** Where the reading stands. */
export interface Lecture {
  document: DocumentSource;
  /** Row that is being read; null above the first heading. */
  ligne: LigneId | null;
  /** True when headings are told by the layout (left column, heading styles): lines may then say what they like. */
  structuree: boolean;
  trouvees: readonly Etiquette[];
  /** Level of the last heading that was a label, 0 when none was. */
  niveauTitre: number;
  /** True under a heading that says several of the sheet's: any of their words may begin a line there. */
  composee: boolean;
}

/** What is recognised at a piece, and how many pieces that takes. */
export interface Trouvaille {
  etiquettes: Etiquette[];
  blocs: number;
}

/** An etiquette for a heading of the sheet. */
export function etiqueter(
  libelle: LibelleConnu,
  reste: Pick<Etiquette, 'debut' | 'fin' | 'score' | 'sure'>,
): Etiquette {
  const { destination, ligne } = libelle;
  return { destination, ligne, place: LIBELLES_CONNUS.indexOf(libelle), titre: '', ...reste };
}

/** An etiquette for a heading that the sheet does not have: it opens a supplementary section. */
export function etiqueterInconnu(titre: string, reste: Pick<Etiquette, 'debut' | 'fin'>): Etiquette {
  return { destination: 'section', ligne: null, place: null, titre, score: 0, sure: true, ...reste };
}

/** Text of a piece, or of consecutive pieces. */
export function texteDe({ texte }: DocumentSource, premier: BlocSource, dernier = premier): string {
  return texte.slice(premier.debut, dernier.fin);
}
