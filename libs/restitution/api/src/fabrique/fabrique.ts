import type { ContenuArrete } from '@pleniere/plenieres/domain';
import type { OptionsDeDocument, SorteDeDocument } from '@pleniere/restitution/domain';

/** An arrêté as a document reads it. */
export interface ArreteAImprimer {
  numero: number;
  sha256: string;
  contenu: ContenuArrete;
}

/** All that a document is made of: the same one always gives the same bytes. Its date is `contenu.figeLe`, never the clock. */
export interface MatiereDuDocument extends ArreteAImprimer {
  options: OptionsDeDocument;
  /** Smallest count of people that may be told to those who did not produce it. */
  seuil: number;
  /** The earlier arrêté that `options.arreteDepuisId` names. */
  depuis: ArreteAImprimer | null;
}

/** A file that was made. */
export interface FichierProduit {
  nom: string;
  type: string;
  octets: Uint8Array;
}

/** Tells what is being done, in French, and how far it is (0 to 1). Throws when the document is no longer wanted. */
export type Avancer = (etape: string, part: number) => void;

/** Makes one kind of document; a pure function of its matter, run in a process of its own. */
export type Fabrique = (matiere: MatiereDuDocument, avancer: Avancer) => Promise<FichierProduit>;

/** A document that cannot be made for a reason that whoever asked it can act upon; the message is theirs, in French. */
export class DocumentImpossible extends Error {
  override readonly name = 'DocumentImpossible';
}

/** An arrêté as it travels to the process that makes the document: its content stays the text that was hashed. */
interface ArreteEcrit extends Omit<ArreteAImprimer, 'contenu'> {
  contenu: string;
}

/** What is handed to the process that makes the document. */
export interface Commande extends ArreteEcrit, Pick<MatiereDuDocument, 'options' | 'seuil'> {
  sorte: SorteDeDocument;
  depuis: ArreteEcrit | null;
}

const lire = (ecrit: ArreteEcrit): ArreteAImprimer => ({
  ...ecrit,
  contenu: JSON.parse(ecrit.contenu) as ContenuArrete,
});

/** The matter of a document, read from what was handed over; an empty choice becomes the whole. */
export function lireCommande({ options, seuil, depuis, ...arrete }: Commande): MatiereDuDocument {
  const { numero, sha256, contenu } = lire(arrete);
  return { numero, sha256, contenu, options, seuil, depuis: depuis && lire(depuis) };
}
