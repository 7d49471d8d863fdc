import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServerUser } from './server-user.mts';

/** `durable` keeps what is acknowledged; `ephemeral` trades it for speed (tests). */
export type Durability = 'durable' | 'ephemeral';

/** Where a cluster lives, which programs run it and under which account. */
export type Place = { folder: string; data: string; programs: string; user: ServerUser | null };

function run(place: Place, program: string, args: string[], input = ''): void {
  const result = spawnSync(join(place.programs, program), args, {
    cwd: place.folder,
    input,
    encoding: 'utf8',
    ...place.user,
    env: { ...process.env, LC_ALL: 'C' },
  });
  if (result.status !== 0) {
    throw new Error(`${program} : ${result.error?.message ?? result.stderr}`);
  }
}

/**
 * A cluster is prepared aside and renamed into place: two starts at once cannot see it half made, and the slower
 * one simply drops its own.
 */
export function createCluster(place: Place, durability: Durability): void {
  const draft = `${place.data}.${process.pid}`;
  const password = randomBytes(24).toString('hex');
  const passwordFile = `${draft}.secret`;
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (place.user) chownSync(passwordFile, place.user.uid, place.user.gid);
  try {
    run(place, 'initdb', [
      ...['-D', draft, '--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`],
      ...['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
      ...(durability === 'ephemeral' ? ['--no-sync'] : []),
    ]);
    // The product works under a role without superuser rights; CREATEDB lets the tests clone their template.
    run(
      place,
      'postgres',
      ['--single', '-D', draft, 'postgres'],
      `CREATE ROLE pleniere LOGIN CREATEDB PASSWORD '${password}'\nCREATE DATABASE pleniere OWNER pleniere\n`,
    );
    renameSync(passwordFile, join(draft, 'secret'));
    renameSync(draft, place.data);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    rmSync(passwordFile, { force: true });
    if (!existsSync(join(place.data, 'PG_VERSION'))) throw error;
  }
}
