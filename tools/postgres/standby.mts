import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { freePort } from '../launch/free-port.mts';
import { postgresPrograms } from './binaries.mts';
import { serverUser } from './server-user.mts';

/** A standby that follows a primary: its address, a way to suspend and resume what it follows, and how to leave it. */
export type Standby = {
  url: string;
  pause: () => Promise<void>;
  resume: () => Promise<void>;
  stop: () => Promise<void>;
};

async function connected(url: string): Promise<Client | null> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 1_000 });
  client.on('error', () => undefined);
  return client.connect().then(
    () => client,
    () => null,
  );
}

/**
 * Starts a standby of the cluster in `primary` (as `startCluster` made it), beside it in `folder`. The npm package has no
 * pg_basebackup: the files are copied between the two calls that PostgreSQL has for it.
 */
export async function startStandby(primary: string, folder: string): Promise<Standby> {
  const user = serverUser();
  const from = join(primary, 'data');
  const [, , , port = ''] = readFileSync(join(from, 'postmaster.pid'), 'utf8').split('\n');
  const password = readFileSync(join(from, 'secret'), 'utf8');
  const admin = await connected(`postgres://postgres:${password}@127.0.0.1:${port}/postgres`);
  if (!admin) throw new Error('the primary does not answer');
  const data = join(folder, 'data');
  mkdirSync(data, { recursive: true, mode: 0o700 });
  await admin.query(`select pg_backup_start('standby', true)`);
  cpSync(from, data, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !/\/(postmaster\.(pid|opts)|pg_wal\/\w+)$/.test(path),
  });
  const { rows } = await admin.query<{ labelfile: string }>('select labelfile from pg_backup_stop(false)');
  writeFileSync(join(data, 'backup_label'), rows[0]?.labelfile ?? '');
  mkdirSync(join(data, 'pg_wal/archive_status'), { recursive: true });
  writeFileSync(join(data, 'standby.signal'), '');
  const own = await freePort();
  const follow = `host=127.0.0.1 port=${port} user=postgres password=${password}`;
  const settings = [
    `primary_conninfo=${follow}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=60',
  ];
  if (user) spawnSync('chown', ['-R', `${user.uid}:${user.gid}`, folder]);
  const args = ['-D', data, '-p', String(own), ...settings.flatMap((setting) => ['-c', setting])];
  const server = spawn(join(postgresPrograms(primary, user), 'postgres'), args, {
    cwd: folder,
    stdio: 'ignore',
    ...user,
  });
  await admin.end();

  const url = `postgres://pleniere:${password}@127.0.0.1:${own}/pleniere`;
  for (let tries = 0; ; tries++) {
    const client = await connected(url);
    await client?.end();
    if (client) break;
    if (tries > 300 || server.exitCode !== null) throw new Error('the standby does not start');
    await wait(100);
  }
  const say = async (text: string): Promise<void> => {
    const client = await connected(url.replace('//pleniere:', '//postgres:'));
    await client?.query(text);
    await client?.end();
  };
  return {
    url,
    pause: () => say('select pg_wal_replay_pause()'),
    resume: () => say('select pg_wal_replay_resume()'),
    stop: async () => {
      if (server.exitCode !== null) return;
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
