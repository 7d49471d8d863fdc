import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { freePort } from '../launch/free-port.mts';
import { postgresPrograms } from './binaries.mts';
import { createCluster, type Durability, type Place } from './create-cluster.mts';
import { makeServerFolder, serverUser } from './server-user.mts';

/** A running PostgreSQL: the address of the database `pleniere`, and how to leave it. */
export type Cluster = { url: string; stop: () => Promise<void> };

const START_DEADLINE_MS = 60_000;
const RESTART_PAUSE_MS = 300;
const SETTINGS: Record<Durability, string[]> = {
  durable: [],
  ephemeral: ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'],
};

/** What the running server wrote about itself: its process and its port. */
function postmaster({ data }: Pick<Place, 'data'>): { pid: number; port: number } | null {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, 'utf8').split('\n');
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  return pid > 0 && port > 0 ? { pid, port } : null;
}

function urlOf(place: Place, port: number): string {
  const password = readFileSync(join(place.data, 'secret'), 'utf8');
  return `postgres://pleniere:${password}@127.0.0.1:${port}/pleniere`;
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function spawnServer(place: Place, durability: Durability, port: number): ChildProcess {
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=60',
    'lc_messages=C',
    ...SETTINGS[durability],
  ];
  const log = openSync(join(place.folder, 'postgres.log'), 'a');
  const args = ['-D', place.data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
  // Detached: a Ctrl-C of the terminal reaches the API alone, which still needs its database to end properly.
  const server = spawn(join(place.programs, 'postgres'), args, {
    cwd: place.folder,
    stdio: ['ignore', log, log],
    detached: true,
    ...place.user,
  });
  server.on('error', () => undefined);
  server.unref();
  return server;
}

/** Starts a server that ends by accident again, at the same address, until `over` says that its time is done. */
function watchOver(server: ChildProcess, again: () => ChildProcess, over: () => boolean): void {
  server.once('exit', () => {
    if (over()) return;
    setTimeout(() => over() || watchOver(again(), again, over), RESTART_PAUSE_MS).unref();
  });
}

/** The launcher in charge of stopping the server; another one that merely reuses it leaves it running. */
function takeCharge(folder: string): boolean {
  const file = join(folder, 'launcher.pid');
  const other = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  if (other > 0 && other !== process.pid && isAlive(other)) return false;
  writeFileSync(file, String(process.pid));
  return true;
}

async function stopServer(place: Pick<Place, 'data'>): Promise<void> {
  const running = postmaster(place);
  if (!running || !isAlive(running.pid)) return;
  process.kill(running.pid, 'SIGINT');
  while (isAlive(running.pid)) await wait(10);
}

/** Stops the server of a folder whose launcher died without doing so; tells whether the folder is free now. */
export async function stopAbandoned(folder: string): Promise<boolean> {
  if (!existsSync(join(folder, 'launcher.pid')) || !takeCharge(folder)) return false;
  await stopServer({ data: join(folder, 'data') });
  return true;
}

/**
 * Starts the PostgreSQL of a folder, creating it the first time; a server that already answers is reused.
 * The folder holds `data/` (mode 0700, with the password in `secret`, mode 0600) and `postgres.log`.
 */
export async function startCluster(folder: string, durability: Durability = 'durable'): Promise<Cluster> {
  const user = serverUser();
  makeServerFolder(folder, user);
  const place: Place = { folder, data: join(folder, 'data'), programs: postgresPrograms(folder, user), user };
  if (!existsSync(join(place.data, 'PG_VERSION'))) createCluster(place, durability);

  const deadline = Date.now() + START_DEADLINE_MS;
  let server: ChildProcess | null = null;
  while (Date.now() < deadline) {
    const running = postmaster(place);
    if (running && isAlive(running.pid) && (await answers(urlOf(place, running.port)))) {
      const inCharge = takeCharge(folder);
      let stopped = false;
      if (server)
        watchOver(
          server,
          () => spawnServer(place, durability, running.port),
          () => stopped,
        );
      return {
        url: urlOf(place, running.port),
        stop: async () => {
          stopped = true;
          if (inCharge) await stopServer(place);
        },
      };
    }
    if (!server || server.exitCode !== null) server = spawnServer(place, durability, await freePort());
    await wait(40);
  }
  await stopServer(place);
  throw new Error(`PostgreSQL ne répond pas ; son journal : ${join(folder, 'postgres.log')}`);
}
