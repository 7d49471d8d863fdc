import type { DocumentFiche } from '../document/document-fiche';
import { donneesDuModele } from '../mise-en-page/donnees';
import { imprimerTout } from '../mise-en-page/impression';
import { FICHE } from '../modele/fiche.typ';
import { Compositeur } from './compositeur';
import { PdfEngine } from './pdf-engine';

/** The PDF of a fiche, made by Typst inside the process. */
export class TypstEngine extends PdfEngine {
  private readonly compositeur = new Compositeur();

  /** Exports the fiche; a logo that cannot be drawn is left out rather than failing the document. */
  exporter(fiche: DocumentFiche): Promise<Uint8Array> {
    return this.compositeur.composer(FICHE, donneesDuModele(imprimerTout(fiche, this.compositeur.couvre)));
  }
}
