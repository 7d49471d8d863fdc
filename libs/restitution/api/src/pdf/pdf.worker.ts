import { move } from 'piscina';
import type { DocumentFiche } from '../document/document-fiche';
import { TypstEngine } from './typst-engine';

const moteur = new TypstEngine();

/** Task of the worker thread: the PDF of one fiche, handed over without a copy. */
export async function exporter(fiche: DocumentFiche): Promise<Uint8Array> {
  const pdf = await moteur.exporter(fiche);
  return move(new Uint8Array(pdf)) as Uint8Array;
}
