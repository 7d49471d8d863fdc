import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canReach, type ServerUser } from './server-user.mts';

function canWrite(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Where the data of a checkout lives: `.pleniere/` of the checkout when the server can use it; otherwise, for a
 * checkout under a closed home or a read-only place, a folder of its own under /var/lib, or the temporary folder.
 */
export function dataFolder(checkout: string, user: ServerUser | null): string {
  const own = join(checkout, '.pleniere');
  if ((!user || canReach(checkout)) && canWrite(own)) return join(own, 'postgres');

  const key = createHash('sha256').update(checkout).digest('hex').slice(0, 12);
  const system = join('/var/lib/pleniere', key);
  if (existsSync('/var/lib') && canWrite(system)) return join(system, 'postgres');
  return join(tmpdir(), `pleniere-${process.getuid?.() ?? 'local'}-${key}`, 'postgres');
}
