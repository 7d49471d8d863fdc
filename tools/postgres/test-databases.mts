import { globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startCluster, stopAbandoned, type Cluster } from './cluster.mts';

const OLDEST_SERVER = 150_000;
const FOLDER = join(tmpdir(), 'pleniere-test-');

/** The databases of one test run: `pattern` holds `WORKER` where the number of the Jest worker goes. */
export type TestDatabases = { pattern: string; drop: () => Promise<void> };

/** A run that was killed leaves its server behind: the next one cleans up. */
async function removeAbandoned(): Promise<void> {
  for (const folder of globSync(`${FOLDER}*`)) {
    // Another account's folder is that account's business.
    const isFree = await stopAbandoned(folder).catch(() => false);
    if (isFree) rmSync(folder, { recursive: true, force: true });
  }
}

/** PostgreSQL of a test run: the one DATABASE_URL names, otherwise a cluster that disappears with the run. */
export async function startTestServer(): Promise<Cluster> {
  const external = process.env['DATABASE_URL'];
  if (external) return { url: external, stop: () => Promise.resolve() };

  await removeAbandoned();
  const folder = mkdtempSync(FOLDER);
  const cluster = await startCluster(folder, 'ephemeral');
  const stop = async (): Promise<void> => {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: cluster.url, stop };
}

/** Runs statements one after the other on the database of this address. */
export async function runSql(url: string, statements: string[]): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ version: number }>(
      `SELECT current_setting('server_version_num')::int AS version`,
    );
    if ((rows[0]?.version ?? 0) < OLDEST_SERVER) throw new Error('PostgreSQL 15 ou plus récent est nécessaire.');
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** The same server, another database. */
export function withDatabase(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}

/** Migrates one template, then clones it once per Jest worker. */
export async function createTestDatabases(
  url: string,
  workers: number,
  migrate: (url: string) => Promise<void>,
): Promise<TestDatabases> {
  const prefix = `pleniere_test_${process.pid}`;
  const template = `${prefix}_modele`;
  const clones = Array.from({ length: workers }, (_, index) => `${prefix}_${index + 1}`);
  const drops = [...clones, template].map((name) => `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await runSql(url, [...drops, `CREATE DATABASE ${template}`]);
  await migrate(withDatabase(url, template));
  await runSql(
    url,
    clones.map((name) => `CREATE DATABASE ${name} TEMPLATE ${template}`),
  );
  return { pattern: withDatabase(url, `${prefix}_WORKER`), drop: () => runSql(url, drops) };
}
