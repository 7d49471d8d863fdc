import type { OnModuleDestroy } from '@nestjs/common';
import { ouvrierConstruit } from '@pleniere/shared/api';
import { Piscina } from 'piscina';
import type { DocumentFiche } from '../document/document-fiche';
import { PdfEngine } from './pdf-engine';
import { TypstEngine } from './typst-engine';

/** One worker thread that makes the PDFs one after the other, so that the thread that answers requests never waits. */
export class PdfPool extends PdfEngine implements OnModuleDestroy {
  private readonly piscine: Piscina<DocumentFiche, Uint8Array>;

  /** `ouvrier` is the path of the built worker. The thread starts with the first document and stays. */
  constructor(ouvrier: string) {
    super();
    this.piscine = new Piscina({
      filename: ouvrier,
      name: 'exporter',
      minThreads: 0,
      maxThreads: 1,
      idleTimeout: Infinity,
    });
  }

  exporter(fiche: DocumentFiche): Promise<Uint8Array> {
    return this.piscine.run(fiche);
  }

  async onModuleDestroy(): Promise<void> {
    await this.piscine.destroy();
  }
}

/** The engine of this program: the worker that the build puts beside it or, when it runs from its sources, this thread. */
export function ouvrirPdfEngine(dossier = __dirname): PdfEngine {
  const ouvrier = ouvrierConstruit(dossier, 'pdf');
  return ouvrier ? new PdfPool(ouvrier) : new TypstEngine();
}
