import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { CHECKOUT } from '../../checkout.mts';
import { type Bench, databaseAt } from './bench.mts';

/** Starts a program of the built product on a database. */
export function launch(program: string, databaseUrl: string, args: string[] = [], settings = {}): ChildProcess {
  const env = { ...process.env, DATABASE_URL: databaseUrl, LOG_LEVEL: 'silent', ...settings };
  return spawn(process.execPath, [join(CHECKOUT, `dist/api/${program}.cjs`), ...args], {
    cwd: CHECKOUT,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

/** The code with which it ends, and what it says of what went wrong. */
export async function ended(child: ChildProcess): Promise<{ code: number; said: string }> {
  const said = child.stderr ? text(child.stderr) : '';
  const [code] = (await once(child, 'close')) as [number | null];
  return { code: code ?? 1, said: (await said).trim() };
}

/** Makes an empty database on the bench's server, and gives somebody who looks into it. */
export async function emptyDatabase(bench: Bench, name: string): Promise<pg.Client> {
  await bench.pool.query(`create database ${name}`);
  const client = new pg.Client({ connectionString: databaseAt(bench.cluster.url, name) });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}
