import { chownSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** System account the server runs as, when the launcher itself is root (PostgreSQL refuses root). */
export type ServerUser = { uid: number; gid: number };

const NOBODY: ServerUser = { uid: 65534, gid: 65534 };

/** The account to switch to: `nobody` for root, none (keep one's own) for an ordinary user. */
export function serverUser(): ServerUser | null {
  return process.getuid?.() === 0 ? NOBODY : null;
}

/** Whether any account may walk down to this path: each folder above it is open to others. */
export function canReach(path: string): boolean {
  for (let folder = path; ; folder = dirname(folder)) {
    const entry = statSync(folder, { throwIfNoEntry: false });
    if (entry && (entry.mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** Creates a folder that the server's user owns; the folders above it stay ours and open to traverse. */
export function makeServerFolder(folder: string, user: ServerUser | null): void {
  mkdirSync(dirname(folder), { recursive: true, mode: 0o755 });
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  if (user) chownSync(folder, user.uid, user.gid);
}
