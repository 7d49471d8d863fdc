import { lireDocument, ouvrirLot, type Fichier, type Lecture } from './lire-document';

/** Task of the worker thread: reads one document. */
export function lire(fichier: Fichier): Promise<Lecture> {
  return lireDocument(fichier);
}

/** Task of the worker thread: the files of one upload, a zip being opened. */
export function ouvrir(fichier: Fichier): ReturnType<typeof ouvrirLot> {
  return ouvrirLot(fichier);
}
