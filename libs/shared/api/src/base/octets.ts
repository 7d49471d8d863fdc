import { Injectable } from '@nestjs/common';
import { Readable } from 'node:stream';
import { setTimeout as attendre } from 'node:timers/promises';
import { introuvable } from '../http/probleme.exception';
import { Base } from './base';

const OCTETS_PAR_MORCEAU = 64 * 1024;

/**
 * A file in a row of the database: `texte`, named `nom`, gives a piece of it as `octets`, from the place and of the length
 * that follow `valeurs`, and in base64: two thirds of what PostgreSQL would write, for half of the work.
 */
export interface FichierEnBase {
  nom: string;
  texte: string;
  valeurs: readonly unknown[];
  taille: number;
}

/**
 * Files that the database keeps, read from it as they are taken: fifty slow lines that each hold a whole book would take
 * the memory of the process. One piece at a time for everybody, then as long a rest, or they would take the connections
 * and the time of everybody too.
 */
@Injectable()
export class Octets {
  private tour: Promise<unknown> = Promise.resolve();

  constructor(private readonly base: Base) {}

  /** Its bytes, read no further ahead than one piece; it breaks off when the file goes away meanwhile. */
  lire(fichier: FichierEnBase): Readable {
    return Readable.from(this.morceaux(fichier), { objectMode: false, highWaterMark: 1 });
  }

  private async *morceaux(fichier: FichierEnBase): AsyncGenerator<Buffer> {
    for (let debut = 1; debut <= fichier.taille; debut += OCTETS_PAR_MORCEAU) {
      const lecture = this.tour.then(() => this.morceau(fichier, debut));
      this.tour = lecture.then(
        ({ duree }) => attendre(duree),
        () => undefined,
      );
      yield (await lecture).octets;
    }
  }

  private async morceau({ nom, texte, valeurs }: FichierEnBase, debut: number) {
    const depart = performance.now();
    const demande = [...valeurs, debut, OCTETS_PAR_MORCEAU];
    const [ligne] = await this.base.lire<{ octets: string }>(nom, texte, demande);
    if (!ligne) throw introuvable('Ce fichier');
    return { octets: Buffer.from(ligne.octets, 'base64'), duree: performance.now() - depart };
  }
}
