import type { FormatImport } from '@pleniere/indicateurs/domain';
import { move } from 'piscina';
import type { FeuilleAEcrire } from './classeur';
import { ecrireTableur, lireTableur, type TableurLu } from './tableur';
import { TableurIllisible } from './tableur-illisible';

/** Task of the worker thread: what a file holds, or why it cannot be read. */
export async function lire(octets: Uint8Array): Promise<TableurLu | { illisible: string }> {
  try {
    return await lireTableur(octets);
  } catch (erreur) {
    if (erreur instanceof TableurIllisible) return { illisible: erreur.message };
    throw erreur;
  }
}

/** Task of the worker thread: a workbook, handed over without a copy. */
export async function ecrire(tache: { feuilles: FeuilleAEcrire[]; format: FormatImport }): Promise<Uint8Array> {
  return move(new Uint8Array(await ecrireTableur(tache.feuilles, tache.format))) as Uint8Array;
}
