import type { DocumentFiche } from '../document/document-fiche';

/** Makes the accessible, archivable PDF of a fiche (PDF/UA-1 and PDF/A-2a); identical documents give identical bytes. */
export abstract class PdfEngine {
  abstract exporter(fiche: DocumentFiche): Promise<Uint8Array>;
}

/** The engine refused the document: `message` holds its own reasons, for the log. */
export class ExportPdfRefuse extends Error {
  override readonly name = 'ExportPdfRefuse';
}
