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
  private place: string | null = null;
  private aJour = false;
  private controle?: NodeJS.Timeout;

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
      pool.on('error', () => (this.aJour = false));
      supporterLesCoupures(pool);
    }
  }

  /** Whether reads go to the standby now: it is there, and less than two seconds late. */
  get active(): boolean {
    return this.aJour;
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
    if (!this.aJour || !this.demande.getStore() || this.refusees.has(requete.name)) return null;
    try {
      return (await this.secours?.query<T>(requete))?.rows ?? null;
    } catch (erreur) {
      // A statement that writes as well is refused by a standby, once and for all.
      if ((erreur as { code?: string }).code === '25006') this.refusees.add(requete.name);
      return null;
    }
  }

  onApplicationBootstrap(): void {
    if (this.secours === null) return;
    this.controle = setInterval(() => void this.controler(), CONTROLE_MS);
    this.controle.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.controle);
    this.aJour = false;
    await Promise.all([this.secours?.end(), this.principale?.end()]);
  }

  /** What the primary had written one control ago must be there by now. */
  private async controler(): Promise<void> {
    const attendue = this.place;
    try {
      const rejouee = attendue && (await this.secours?.query<{ rejoue: boolean }>(REJOUE, [attendue]));
      this.aJour = rejouee ? (rejouee.rows[0]?.rejoue ?? false) : false;
      this.place = (await this.principale?.query<{ place: string }>(ECRIT))?.rows[0]?.place ?? null;
    } catch {
      this.aJour = false;
    }
  }
}
