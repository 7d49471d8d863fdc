import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { freePort } from '../launch/free-port.mts';
import { postgresPrograms } from './binaries.mts';
import { serverUser } from './server-user.mts';

/** A connection to a server that answers, or null. */
export async function connected(url: string): Promise<Client | null> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 1_000 });
  client.on('error', () => undefined);
  return client.connect().then(
    () => client,
    () => null,
  );
}

/** The address of the cluster in a folder, as its superuser sees it. */
export function adminUrl(folder: string): string {
  const [, , , port = ''] = readFileSync(join(folder, 'data/postmaster.pid'), 'utf8').split('\n');
  const password = readFileSync(join(folder, 'data/secret'), 'utf8');
  return `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
}

/**
 * Copies the running cluster of `from` (as `startCluster` made it) into `to`, ready to be started with a signal file. The
 * npm package has no pg_basebackup: the files are copied between the two calls that PostgreSQL has for it.
 */
export async function copyCluster(from: string, to: string): Promise<void> {
  const admin = await connected(adminUrl(from));
  if (!admin) throw new Error('the cluster to copy does not answer');
  const data = join(to, 'data');
  mkdirSync(data, { recursive: true, mode: 0o700 });
  await admin.query(`select pg_backup_start('copy', true)`);
  cpSync(join(from, 'data'), data, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !/\/(postmaster\.(pid|opts)|pg_wal\/\w+)$/.test(path),
  });
  const { rows } = await admin.query<{ labelfile: string }>('select labelfile from pg_backup_stop(false)');
  await admin.end();
  writeFileSync(join(data, 'backup_label'), rows[0]?.labelfile ?? '');
  mkdirSync(join(data, 'pg_wal/archive_status'), { recursive: true });
}

/** A copy that runs: its address for the product, the same for its superuser, and how to leave it and its files. */
export type RunningCopy = { url: string; admin: string; stop: () => Promise<void> };

/** Starts the copy in `folder` with the programs of the cluster that it comes from, and waits until it answers. */
export async function startCopy(
  from: string,
  folder: string,
  signal: string,
  settings: string[],
): Promise<RunningCopy> {
  const user = serverUser();
  writeFileSync(join(folder, 'data', signal), '');
  if (user) spawnSync('chown', ['-R', `${user.uid}:${user.gid}`, folder]);
  const port = await freePort();
  const all = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=60', ...settings];
  const args = ['-D', join(folder, 'data'), '-p', String(port), ...all.flatMap((setting) => ['-c', setting])];
  const server = spawn(join(postgresPrograms(from, user), 'postgres'), args, { cwd: folder, stdio: 'ignore', ...user });
  const admin = Object.assign(new URL(adminUrl(from)), { port, pathname: '/pleniere' }).href;
  const url = admin.replace('//postgres:', '//pleniere:');
  for (let tries = 0; ; tries++) {
    const client = await connected(url);
    await client?.end();
    if (client) break;
    if (tries > 300 || server.exitCode !== null) throw new Error('the copy does not start');
    await wait(100);
  }
  return { url, admin, stop: () => leave(server, folder) };
}

async function leave(server: ChildProcess, folder: string): Promise<void> {
  if (server.exitCode !== null) return;
  const ended = once(server, 'exit');
  server.kill('SIGINT');
  await ended;
  rmSync(folder, { recursive: true, force: true });
}
