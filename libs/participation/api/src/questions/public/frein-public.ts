import { Injectable } from '@nestjs/common';
import { Horloge } from '@pleniere/indicateurs/api';
import { Base, tropDeDemandes } from '@pleniere/shared/api';
import { createHmac, randomBytes } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';

const HEURE = 3600;

/** What may be sent without an account in an hour from one address; a centre social shares one, so it is generous. */
const ENVOIS_PUBLICS = { question: 20, retour: 120, emargement: 300, participant: 120 } as const;
/** What is sent without an account. */
export type EnvoiPublic = keyof typeof ENVOIS_PUBLICS;

// Every replica hashes with the same; the salts of the days before are destroyed.
const SEL = `
  with oublies as (delete from sel_du_jour where jour < $1::date)
  insert into sel_du_jour (jour, sel) values ($1, $2) on conflict (jour) do update set jour = excluded.jour
  returning sel`;

/** Slows down whoever floods the public routes; counts in the database, by hashes that no longer mean anything the next day. */
@Injectable()
export class FreinPublic {
  private readonly limites: Readonly<Record<EnvoiPublic, RateLimiterPostgres>>;
  private sel: { jour: string; octets: Promise<Buffer> } | null = null;

  constructor(
    private readonly base: Base,
    private readonly horloge: Horloge,
  ) {
    const limite = (envoi: EnvoiPublic) =>
      new RateLimiterPostgres({
        storeClient: base.pool,
        storeType: 'pool',
        tableName: 'frein_public',
        tableCreated: true,
        keyPrefix: envoi,
        points: ENVOIS_PUBLICS[envoi],
        duration: HEURE,
      });
    this.limites = {
      question: limite('question'),
      retour: limite('retour'),
      emargement: limite('emargement'),
      participant: limite('participant'),
    };
  }

  /** Counts something sent from an address; throws 429 with the seconds to wait. */
  async compter(envoi: EnvoiPublic, adresse: string): Promise<void> {
    try {
      await this.limites[envoi].consume(await this.empreinte(adresse));
    } catch (refus) {
      if (refus instanceof RateLimiterRes) throw tropDeDemandes(refus.msBeforeNext / 1000);
      throw refus;
    }
  }

  /** What is kept of an address or of a browser: the same all day, nothing the next. */
  async empreinte(texte: string): Promise<string> {
    return createHmac('sha256', await this.selDuJour())
      .update(texte)
      .digest('base64url');
  }

  private selDuJour(): Promise<Buffer> {
    const jour = this.horloge.aujourdhui();
    if (this.sel?.jour !== jour) this.sel = { jour, octets: this.lireSel(jour) };
    return this.sel.octets;
  }

  private async lireSel(jour: string): Promise<Buffer> {
    try {
      const [ligne] = await this.base.lire<{ sel: Buffer }>('sel-du-jour', SEL, [jour, randomBytes(32)]);
      if (!ligne) throw new Error('the insert gives one row');
      return ligne.sel;
    } catch (erreur) {
      this.sel = null;
      throw erreur;
    }
  }
}
