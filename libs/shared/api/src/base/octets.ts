import { Injectable } from '@nestjs/common';
import { Readable } from 'node:stream';
import { introuvable } from '../http/probleme.exception';
import { Base } from './base';

const OCTETS_PAR_MORCEAU = 64 * 1024;

/** A file in a row of the database: `texte`, named `nom`, gives `octets`, from the place and of the length that follow `valeurs`. */
export interface FichierEnBase {
  nom: string;
  texte: string;
  valeurs: readonly unknown[];
  taille: number;
}

/**
 * Files that the database keeps, read from it as they are taken: fifty slow lines that each hold a whole book would take
 * the memory of the process. One piece at a time for everybody, or they would take the connections of everybody too.
 */
@Injectable()
export class Octets {
  private dernier: Promise<unknown> = Promise.resolve();

  constructor(private readonly base: Base) {}

  /** Its bytes, read no further ahead than one piece; it breaks off when the file goes away meanwhile. */
  lire(fichier: FichierEnBase): Readable {
    return Readable.from(this.morceaux(fichier), { objectMode: false, highWaterMark: 1 });
  }

  private async *morceaux({ taille, ...fichier }: FichierEnBase): AsyncGenerator<Buffer> {
    for (let debut = 1; debut <= taille; debut += OCTETS_PAR_MORCEAU) yield await this.morceau(fichier, debut);
  }

  private async morceau({ nom, texte, valeurs }: Omit<FichierEnBase, 'taille'>, debut: number): Promise<Buffer> {
    const lecture = this.dernier.then(() =>
      this.base.lire<{ octets: Buffer }>(nom, texte, [...valeurs, debut, OCTETS_PAR_MORCEAU]),
    );
    this.dernier = lecture.catch(() => undefined);
    const [ligne] = await lecture;
    if (!ligne) throw introuvable('Ce fichier');
    return ligne.octets;
  }
}
