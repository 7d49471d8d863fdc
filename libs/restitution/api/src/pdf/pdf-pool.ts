import type { OnModuleDestroy } from '@nestjs/common';
import { ouvrierConstruit } from '@pleniere/shared/api';
import type { Piscina } from 'piscina';
import type { DocumentFiche } from '../document/document-fiche';
import { PdfEngine } from './pdf-engine';

/** One worker thread that makes the PDFs one after the other, so that the thread that answers requests never waits. */
export class PdfPool extends PdfEngine implements OnModuleDestroy {
  private piscine: Promise<Piscina<DocumentFiche, Uint8Array>> | null = null;

  /** `ouvrier` is the path of the built worker. The thread starts with the first document and stays. */
  constructor(private readonly ouvrier: string) {
    super();
  }

  async exporter(fiche: DocumentFiche): Promise<Uint8Array> {
    this.piscine ??= this.ouvrir();
    return (await this.piscine).run(fiche);
  }

  async onModuleDestroy(): Promise<void> {
    await (await this.piscine)?.destroy();
  }

  private async ouvrir(): Promise<Piscina<DocumentFiche, Uint8Array>> {
    const { default: piscina } = await import('piscina');
    const fils = { minThreads: 0, maxThreads: 1, idleTimeout: Infinity };
    return new piscina.Piscina({ filename: this.ouvrier, name: 'exporter', ...fils });
  }
}

/** In the thread that answers requests: for a program run from its sources, which has no built worker. */
export class PdfSurPlace extends PdfEngine {
  private moteur: Promise<PdfEngine> | null = null;

  async exporter(fiche: DocumentFiche): Promise<Uint8Array> {
    this.moteur ??= import('./typst-engine.ts').then(({ TypstEngine }) => new TypstEngine());
    return (await this.moteur).exporter(fiche);
  }
}

/** The engine of this program: the worker that the build puts beside it or, when it runs from its sources, this thread. */
export function ouvrirPdfEngine(dossier = __dirname): PdfEngine {
  const ouvrier = ouvrierConstruit(dossier, 'pdf');
  return ouvrier ? new PdfPool(ouvrier) : new PdfSurPlace();
}
