import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { CHECKOUT } from '../checkout.mts';
import { freePort } from '../launch/free-port.mts';
import { prepareDatabase } from '../launch/product.mts';
import { startCluster, type Cluster } from '../postgres/cluster.mts';

/** One line of the table: what was done, what was found, and whether the goal is held. */
export type Finding = { fault: string; done: string; found: string; held: boolean };

/** Who is logged in: the headers that each call carries. */
export type Caller = Record<string, string>;

const DEMO = { email: 'claire.vasseur@exemple.fr', motDePasse: 'Quartiers-2030-en-commun' };

/** The address of another database of the same server. */
export const databaseAt = (url: string, name: string): string =>
  Object.assign(new URL(url), { pathname: `/${name}` }).href;

/** One process of the built API, that may be killed and started again at the same address. */
export class Api {
  process: ChildProcess | null = null;
  readonly port: number;
  private readonly settings: NodeJS.ProcessEnv;

  constructor(port: number, settings: NodeJS.ProcessEnv) {
    this.port = port;
    this.settings = settings;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Starts and waits until it is ready; gives the milliseconds that it took. */
  async start(): Promise<number> {
    const from = performance.now();
    const env = {
      ...process.env,
      NODE_COMPILE_CACHE: join(CHECKOUT, 'dist/compile-cache'),
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(this.port),
      ...this.settings,
    };
    const program = join(CHECKOUT, 'dist/api/main.cjs');
    this.process = spawn(process.execPath, [program], { cwd: CHECKOUT, env, stdio: ['ignore', 'ignore', 'inherit'] });
    while (!(await this.isReady())) {
      if (performance.now() - from > 60_000) throw new Error('the API does not answer');
      await wait(20);
    }
    return performance.now() - from;
  }

  isReady(): Promise<boolean> {
    return fetch(`${this.url}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  }

  async end(signal: 'SIGKILL' | 'SIGTERM' = 'SIGTERM'): Promise<void> {
    const { process: api } = this;
    if (!api || api.exitCode !== null || api.signalCode !== null) return;
    const ended = once(api, 'exit');
    api.kill(signal);
    await ended;
  }

  /** Memory that the process holds (MB). */
  memory(): number {
    const said = readFileSync(`/proc/${this.process?.pid}/status`, 'utf8');
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(said)?.[1] ?? 0) / 1024);
  }
}

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
    const bench = new Bench(folder, cluster, new Api(port, { DATABASE_URL: cluster.url, LOG_LEVEL: 'silent' }), pool);
    await bench.api.start();
    return bench;
  }

  /** Another process of the API on the same database. */
  async replica(settings: NodeJS.ProcessEnv = {}): Promise<Api> {
    const api = new Api(await freePort(), { DATABASE_URL: this.cluster.url, LOG_LEVEL: 'silent', ...settings });
    this.others.push(api);
    await api.start();
    return api;
  }

  /** Logs in as somebody of the équipe. */
  async login(url = this.api.url): Promise<Caller> {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${url}/api/v1/session`, { method: 'POST', headers, body: JSON.stringify(DEMO) });
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

/** Duration under which that part of the calls ended. */
export const centile = (durations: number[], part: number): number =>
  Math.round(durations.toSorted((a, b) => a - b)[Math.floor(durations.length * part)] ?? 0);
