import type { OnModuleDestroy } from '@nestjs/common';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Piscina } from 'piscina';
import { lireDocument, ouvrirLot, type Fichier, type Lecture } from './lire-document';

/** Reads the documents of people; what cannot be read is a `refus`, told to them. */
export abstract class Lecteur {
  abstract lire(fichier: Fichier): Promise<Lecture>;
  /** The files of one upload, a zip being opened. */
  abstract ouvrir(fichier: Fichier): ReturnType<typeof ouvrirLot>;
}

/** In the thread that answers requests: for a program run from its sources, which has no built worker. */
export class LecteurSurPlace extends Lecteur {
  lire = lireDocument;
  ouvrir = ouvrirLot;
}

const TROP_LONG =
  'Ce fichier est trop long ou trop lourd à lire\u202F: allégez-le, ou déposez-le dans un autre format.';

/** In a worker thread of bounded time and memory: a hostile file stops its thread alone. */
export class LecteurHorsFil extends Lecteur implements OnModuleDestroy {
  private readonly piscine: Piscina;

  /** `ouvrier` is the path of the built worker; `delai` how long a file may take, in milliseconds. */
  constructor(
    ouvrier: string,
    private readonly delai = 20_000,
  ) {
    super();
    this.piscine = new Piscina({
      filename: ouvrier,
      minThreads: 0,
      maxThreads: 1,
      idleTimeout: 60_000,
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    });
  }

  lire(fichier: Fichier): Promise<Lecture> {
    return this.executer('lire', fichier);
  }

  ouvrir(fichier: Fichier): ReturnType<typeof ouvrirLot> {
    return this.executer('ouvrir', fichier);
  }

  async onModuleDestroy(): Promise<void> {
    await this.piscine.destroy();
  }

  private derniere: Promise<unknown> = Promise.resolve();

  /** One task after the other: the time limit is that of the reading, not of the waiting. */
  private executer<T>(name: string, fichier: Fichier): Promise<T | { refus: string }> {
    const tache = this.derniere.then(async (): Promise<T | { refus: string }> => {
      try {
        return (await this.piscine.run(fichier, { name, signal: AbortSignal.timeout(this.delai) })) as T;
      } catch (erreur) {
        if (estArret(erreur)) return { refus: TROP_LONG };
        throw erreur;
      }
    });
    this.derniere = tache.catch(() => undefined);
    return tache;
  }
}

function estArret(erreur: unknown): boolean {
  if (!(erreur instanceof Error)) return false;
  return erreur.name === 'AbortError' || ('code' in erreur && erreur.code === 'ERR_WORKER_OUT_OF_MEMORY');
}

/** The reader of this program: the worker that the build puts beside it or, when it runs from its sources, this thread. */
export function ouvrirLecteur(dossier = __dirname): Lecteur {
  const ouvrier = ['.', '..']
    .map((etage) => join(dossier, etage, 'lecture.worker.cjs'))
    .find((chemin) => existsSync(chemin));
  return ouvrier ? new LecteurHorsFil(ouvrier) : new LecteurSurPlace();
}
