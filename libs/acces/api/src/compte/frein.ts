import { Injectable } from '@nestjs/common';
import { Base, tropDeDemandes } from '@pleniere/shared/api';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { empreinte } from '../session/secrets';

const QUART_D_HEURE = 15 * 60;

/** Failed attempts allowed per quarter of an hour: on one account from one address, and from one address in all. */
export const ESSAIS = { parCompte: 5, parAdresse: 100 } as const;

/** Slows down whoever guesses passwords; counts in the database, so that replicas count together. */
@Injectable()
export class Frein {
  private readonly parCompte: RateLimiterPostgres;
  private readonly parAdresse: RateLimiterPostgres;

  constructor(base: Base) {
    const commun = {
      storeClient: base.pool,
      storeType: 'pool',
      tableName: 'frein_connexion',
      tableCreated: true,
      duration: QUART_D_HEURE,
    };
    this.parCompte = new RateLimiterPostgres({ ...commun, keyPrefix: 'compte', points: ESSAIS.parCompte });
    this.parAdresse = new RateLimiterPostgres({ ...commun, keyPrefix: 'adresse', points: ESSAIS.parAdresse });
  }

  /**
   * Counts an attempt before it is made, and forgets it when it succeeds: attempts made at once are all counted. Throws
   * 429 with the seconds to wait.
   */
  tenter<T>(compte: string, adresse: string, essai: () => Promise<T>): Promise<T> {
    return this.essayer(empreinte(`${compte.toLowerCase()} ${adresse}`), adresse, essai);
  }

  /** The same, whatever the address: for a secret so short that many addresses together would guess it. */
  tenterPartout<T>(compte: string, adresse: string, essai: () => Promise<T>): Promise<T> {
    return this.essayer(empreinte(`${compte} partout`), adresse, essai);
  }

  private async essayer<T>(cle: string, adresse: string, essai: () => Promise<T>): Promise<T> {
    await this.compter(this.parAdresse, adresse);
    await this.compter(this.parCompte, cle);
    const resultat = await essai();
    await Promise.all([this.parAdresse.reward(adresse), this.parCompte.delete(cle)]);
    return resultat;
  }

  private async compter(limite: RateLimiterPostgres, cle: string): Promise<void> {
    try {
      await limite.consume(cle);
    } catch (refus) {
      if (refus instanceof RateLimiterRes) throw tropDeDemandes(refus.msBeforeNext / 1000);
      throw refus;
    }
  }
}
