import type { OnModuleDestroy } from '@nestjs/common';
import { ouvrierConstruit, ProcessusArrete, ProcessusBorne } from '@pleniere/shared/api';
import type { Fichier, Lecture, ouvrirLot } from './lire-document';

/** Reads the documents of people; what cannot be read is a `refus`, told to them. */
export abstract class Lecteur {
  abstract lire(fichier: Fichier): Promise<Lecture>;
  /** The files of one upload, a zip being opened. */
  abstract ouvrir(fichier: Fichier): ReturnType<typeof ouvrirLot>;
}

/** In the thread that answers requests: for a program run from its sources, which has no built worker. */
export class LecteurSurPlace extends Lecteur {
  async lire(fichier: Fichier): Promise<Lecture> {
    return (await import('./lire-document.ts')).lireDocument(fichier);
  }

  async ouvrir(fichier: Fichier): ReturnType<typeof ouvrirLot> {
    return (await import('./lire-document.ts')).ouvrirLot(fichier);
  }
}

const TROP_LONG =
  'Ce fichier est trop long ou trop lourd à lire\u00A0: allégez-le, ou déposez-le dans un autre format.';

/** In a process apart, bounded in time and memory, one file after the other: a hostile file stops its process alone. */
export class LecteurHorsFil extends Lecteur implements OnModuleDestroy {
  private readonly processus: ProcessusBorne;

  /** `ouvrier` is the path of the built worker; `delai` how long a file may take, in milliseconds. */
  constructor(ouvrier: string, delai = 20_000) {
    super();
    this.processus = new ProcessusBorne(ouvrier, delai, 512);
  }

  lire(fichier: Fichier): Promise<Lecture> {
    return this.executer('lire', fichier);
  }

  ouvrir(fichier: Fichier): ReturnType<typeof ouvrirLot> {
    return this.executer('ouvrir', fichier);
  }

  async onModuleDestroy(): Promise<void> {
    await this.processus.fermer();
  }

  private async executer<T>(nom: string, fichier: Fichier): Promise<T | { refus: string }> {
    try {
      return await this.processus.executer<T>(nom, fichier);
    } catch (erreur) {
      if (erreur instanceof ProcessusArrete) return { refus: TROP_LONG };
      throw erreur;
    }
  }
}

/** The reader of this program: the worker that the build puts beside it or, when it runs from its sources, this thread. */
export function ouvrirLecteur(dossier = __dirname): Lecteur {
  const ouvrier = ouvrierConstruit(dossier, 'lecture');
  return ouvrier ? new LecteurHorsFil(ouvrier) : new LecteurSurPlace();
}
