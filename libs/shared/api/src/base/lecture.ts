import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { AsyncLocalStorage } from 'node:async_hooks';
import { Pool, type QueryConfig } from 'pg';
import { Config } from '../config';
import { poserCookie } from '../http/cookies';
import { supporterLesCoupures } from './coupures';

const A_ECRIT = 'pleniere_ecrit';
/** After a write, how long the same browser reads what the primary says (ms): much longer than a standby may be late. */
const APRES_ECRITURE_MS = 10_000;
const CONTROLE_MS = 1_000;
/** What the standby tells is never older than that (ms); a control that a busy machine delays does not set it aside. */
const RETARD_MAX_MS = 4_000;

const INJOIGNABLE = /^(E[A-Z]|08|57P)/;

const ECRIT = 'select pg_current_wal_lsn()::text as place';
const REJOUE = 'select coalesce(pg_last_wal_replay_lsn() >= $1::pg_lsn, false) as rejoue';

/**
 * A standby of PostgreSQL that answers reads, when the settings name one: those of pages asked by browsers that have not
 * just written. What it refuses, or would tell late, the primary answers.
 */
@Injectable()
export class Lecture implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly secours: Pool | null = null;
  private readonly principale: Pool | null = null;
  private readonly demande = new AsyncLocalStorage<true>();
  private readonly refusees = new Set<string>();
  /** Where the primary was at the last control, and when. */
  private repere: { place: string; le: number } | null = null;
  /** A moment of which the standby has been proved to have everything. */
  private aJourDu = -Infinity;
  private controle?: NodeJS.Timeout;
  private ferme = false;

  constructor(private readonly config: Config) {
    if (config.databaseLectureUrl === null) return;
    const commun = { application_name: 'pleniere-lecture', connectionTimeoutMillis: 1_000, query_timeout: 6_000 };
    this.secours = new Pool({
      ...commun,
      connectionString: config.databaseLectureUrl,
      max: 10,
      statement_timeout: 5_000,
    });
    this.principale = new Pool({ ...commun, connectionString: config.databaseUrl, max: 1 });
    for (const pool of [this.secours, this.principale]) {
      pool.on('error', () => this.ecarter());
      supporterLesCoupures(pool);
    }
  }

  /** Whether reads go to the standby now: it is there, and a few seconds late at most. */
  get active(): boolean {
    return performance.now() - this.aJourDu < RETARD_MAX_MS;
  }

  /** Knows which requests may read the standby; a write marks its browser, so that the next replica knows too. */
  readonly suivre = (requete: Request, reponse: Response, suite: NextFunction): void => {
    if (this.secours === null) return suite();
    const lit = requete.method === 'GET' || requete.method === 'HEAD';
    if (lit && !requete.headers.cookie?.includes(`${A_ECRIT}=`)) return this.demande.run(true, suite);
    if (!lit) poserCookie(reponse, this.config, A_ECRIT, '1', { maxAge: APRES_ECRITURE_MS });
    suite();
  };

  /** Reads the standby; null when the primary must answer. */
  async essayer<T extends object>(requete: QueryConfig & { name: string }): Promise<T[] | null> {
    if (!this.active || !this.demande.getStore() || this.refusees.has(requete.name)) return null;
    try {
      return (await this.secours?.query<T>(requete))?.rows ?? null;
    } catch (erreur) {
      // A statement that writes as well is refused by a standby, once and for all.
      const { code } = erreur as { code?: string };
      if (code === '25006') this.refusees.add(requete.name);
      else if (code === undefined || INJOIGNABLE.test(code)) this.ecarter();
      return null;
    }
  }

  onApplicationBootstrap(): void {
    if (this.secours === null) return;
    this.programmer();
  }

  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.controle);
    this.ferme = true;
    this.ecarter();
    await Promise.all([this.secours?.end(), this.principale?.end()]);
  }

  private ecarter(): void {
    this.aJourDu = -Infinity;
  }

  // One control after the other: two at once would compare the standby with the wrong moment.
  private programmer(): void {
    this.controle = setTimeout(() => void this.controler().finally(() => this.ferme || this.programmer()), CONTROLE_MS);
    this.controle.unref();
  }

  /** What the primary had written one control ago must be there by now; a control that fails proves nothing either way. */
  private async controler(): Promise<void> {
    const attendu = this.repere;
    try {
      if (attendu) {
        const lu = await this.secours?.query<{ rejoue: boolean }>(REJOUE, [attendu.place]);
        if (lu?.rows[0]?.rejoue) this.aJourDu = attendu.le;
        else this.ecarter();
      }
      const le = performance.now();
      const ecrit = await this.principale?.query<{ place: string }>(ECRIT);
      this.repere = ecrit?.rows[0] ? { place: ecrit.rows[0].place, le } : null;
    } catch {
      this.repere = null;
    }
  }
}
