import type { FormatTableur } from '@pleniere/shared/domain';
import { worker } from 'workerpool';
import type { FeuilleAEcrire } from './classeur';
import { ecrireTableur, lireTableur, type TableurLu } from './tableur';
import { TableurIllisible } from './tableur-illisible';

/** What a file holds, or why it cannot be read. */
async function lire(octets: Uint8Array): Promise<TableurLu | { illisible: string }> {
  try {
    return await lireTableur(octets);
  } catch (erreur) {
    if (erreur instanceof TableurIllisible) return { illisible: erreur.message };
    throw erreur;
  }
}

function ecrire(tache: { feuilles: FeuilleAEcrire[]; format: FormatTableur }): Promise<Uint8Array> {
  return ecrireTableur(tache.feuilles, tache.format);
}

worker({ lire, ecrire });
