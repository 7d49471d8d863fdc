import { Module, type OnModuleDestroy } from '@nestjs/common';
import type { FormatTableur } from '@pleniere/shared/domain';
import { ouvrierConstruit } from '../base/ouvrier-construit';
import { ProcessusArrete, ProcessusBorne } from '../base/processus-borne';
import type { FeuilleAEcrire } from './classeur';
import type { TableurLu } from './tableur';
import { TableurIllisible } from './tableur-illisible';

/** Reads and writes the spreadsheets of people; throws `TableurIllisible` with what to tell them. */
export abstract class Tableurs {
  abstract lire(octets: Uint8Array): Promise<TableurLu>;
  abstract ecrire(feuilles: FeuilleAEcrire[], format: FormatTableur): Promise<Uint8Array>;
}

/** In the thread that answers requests: for a program run from its sources, which has no built worker. */
export class TableursSurPlace extends Tableurs {
  async lire(octets: Uint8Array): Promise<TableurLu> {
    return (await import('./tableur.ts')).lireTableur(octets);
  }

  async ecrire(feuilles: FeuilleAEcrire[], format: FormatTableur): Promise<Uint8Array> {
    return (await import('./tableur.ts')).ecrireTableur(feuilles, format);
  }
}

const TROP_LONG =
  'Ce fichier est trop long à lire ou trop volumineux\u00A0: gardez-en la feuille des valeurs seule et réessayez.';

/** In a process apart, bounded in time and memory, one file after the other: a hostile file stops its process alone. */
export class TableursHorsFil extends Tableurs implements OnModuleDestroy {
  private readonly processus: ProcessusBorne;

  /** `ouvrier` is the path of the built worker; a file may take so many milliseconds, and megabytes of heap. */
  constructor(ouvrier: string, delai = 30_000, memoire = 1_024) {
    super();
    this.processus = new ProcessusBorne(ouvrier, delai, memoire);
  }

  async lire(octets: Uint8Array): Promise<TableurLu> {
    const lu = await this.executer<TableurLu | { illisible: string }>('lire', octets);
    if ('illisible' in lu) throw new TableurIllisible(lu.illisible);
    return lu;
  }

  ecrire(feuilles: FeuilleAEcrire[], format: FormatTableur): Promise<Uint8Array> {
    return this.executer('ecrire', { feuilles, format });
  }

  async onModuleDestroy(): Promise<void> {
    await this.processus.fermer();
  }

  private async executer<T>(nom: string, tache: unknown): Promise<T> {
    try {
      return await this.processus.executer<T>(nom, tache);
    } catch (erreur) {
      throw erreur instanceof ProcessusArrete ? new TableurIllisible(TROP_LONG) : erreur;
    }
  }
}

/** The reader of this program: the worker that the build puts beside it or, when it runs from its sources, this thread. */
export function ouvrirTableurs(dossier = __dirname): Tableurs {
  const ouvrier = ouvrierConstruit(dossier, 'tableur');
  return ouvrier ? new TableursHorsFil(ouvrier) : new TableursSurPlace();
}

/** One reader of spreadsheets, in one process, for every area that takes them. */
@Module({ providers: [{ provide: Tableurs, useFactory: () => ouvrirTableurs() }], exports: [Tableurs] })
export class TableursModule {}
