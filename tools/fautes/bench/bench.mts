import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from '../../launch/free-port.mts';
import { prepareDatabase } from '../../launch/product.mts';
import { startCluster, type Cluster } from '../../postgres/cluster.mts';
import { Api } from './api.mts';

/** What a fault shows, in French: what was done, what was found, and each goal that was missed, with by how much. */
export type Finding = { done: string; found: string; missed: string[] };

/** Who is logged in: the headers that each call carries. */
export type Caller = Record<string, string>;

const DEMO = { email: 'claire.vasseur@exemple.fr', motDePasse: 'Quartiers-2030-en-commun' };

const USUAL = { LOG_LEVEL: 'silent' };

/** The address of another database of the same server. */
export const databaseAt = (url: string, name: string): string =>
  Object.assign(new URL(url), { pathname: `/${name}` }).href;

/** Everything a fault needs: a durable PostgreSQL with the demo contrat, an API on it, somebody of its équipe. */
export class Bench {
  readonly folder: string;
  readonly cluster: Cluster;
  readonly api: Api;
  readonly pool: pg.Pool;
  private readonly others: Api[] = [];

  private constructor(folder: string, cluster: Cluster, api: Api, pool: pg.Pool) {
    this.folder = folder;
    this.cluster = cluster;
    this.api = api;
    this.pool = pool;
  }

  static async open(folder = mkdtempSync(join(tmpdir(), 'pleniere-fautes-'))): Promise<Bench> {
    // PostgreSQL runs under an account of its own, which must walk down to its data.
    chmodSync(folder, 0o755);
    const cluster = await startCluster(join(folder, 'postgres'));
    const port = await freePort();
    await prepareDatabase({ databaseUrl: cluster.url, host: '127.0.0.1', port, demo: true, logs: false });
    const pool = new pg.Pool({ connectionString: cluster.url, max: 4 });
    pool.on('error', () => undefined);
    pool.on('connect', (client) => client.on('error', () => undefined));
    const bench = new Bench(folder, cluster, new Api(port, { ...USUAL, DATABASE_URL: cluster.url }), pool);
    await bench.api.start();
    return bench;
  }

  /** Another process of the API on the same database. */
  async replica(settings: NodeJS.ProcessEnv = {}): Promise<Api> {
    const api = new Api(await freePort(), { ...USUAL, DATABASE_URL: this.cluster.url, ...settings });
    this.others.push(api);
    await api.start();
    return api;
  }

  /** The contrat of who logs in. */
  async contrat(): Promise<string> {
    const { rows } = await this.pool.query<{ id: string }>('select contrat_id as id from compte where email = $1', [
      DEMO.email,
    ]);
    return rows[0]?.id ?? '';
  }

  /** Logs in as somebody of the équipe, or as somebody else. */
  async login(url = this.api.url, email = DEMO.email): Promise<Caller> {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ ...DEMO, email });
    const answer = await fetch(`${url}/api/v1/session`, { method: 'POST', headers, body });
    if (!answer.ok) throw new Error(`log-in refused: ${answer.status}`);
    const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
    const token = cookies.find((cookie) => cookie.startsWith('XSRF-TOKEN='))?.slice('XSRF-TOKEN='.length) ?? '';
    return { ...headers, cookie: cookies.join('; '), 'x-xsrf-token': decodeURIComponent(token) };
  }

  /** One number that the database says. */
  async count(text: string, values: unknown[] = []): Promise<number> {
    const { rows } = await this.pool.query<{ n: string }>(`select (${text}) as n`, values);
    return Number(rows[0]?.n ?? -1);
  }

  async close(): Promise<void> {
    for (const api of [this.api, ...this.others]) await api.end();
    await this.pool.end();
    await this.cluster.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Nothing when a goal is held, otherwise how it was missed. */
export const unless = (held: boolean, missed: string): string[] => (held ? [] : [missed]);

/** Duration under which that part of the calls ended. */
export const centile = (durations: number[], part: number): number =>
  Math.round(durations.toSorted((a, b) => a - b)[Math.floor(durations.length * part)] ?? 0);
