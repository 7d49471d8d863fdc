import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { ouvrierConstruit, ProcessusArrete, ProcessusBorne } from '@pleniere/shared/api';
import { type GeojsonLu, ouvrirGeojson } from './lire-geojson';

const LIMITES = { delai: 20_000, memoire: 512 };
const TROP_LONG = 'Ce fichier est trop long à lire\u00A0: gardez-en les seuls quartiers du contrat et réessayez.';

/**
 * Reads the outlines of people in a process apart, bounded in time and memory; in this one when the program runs from
 * its sources, which have no built worker.
 */
@Injectable()
export class Geojson implements OnModuleDestroy {
  private readonly processus: ProcessusBorne | null;

  constructor() {
    const ouvrier = ouvrierConstruit(__dirname, 'geojson');
    this.processus = ouvrier ? new ProcessusBorne(ouvrier, LIMITES.delai, LIMITES.memoire) : null;
  }

  async lire(octets: Uint8Array): Promise<GeojsonLu> {
    if (!this.processus) return ouvrirGeojson(octets);
    try {
      return await this.processus.executer<GeojsonLu>('ouvrir', octets);
    } catch (erreur) {
      if (erreur instanceof ProcessusArrete) return { illisible: TROP_LONG };
      throw erreur;
    }
  }

  async onModuleDestroy(): Promise<void> {
    await this.processus?.fermer();
  }
}
