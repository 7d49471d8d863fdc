import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKOUT } from '../checkout.mts';

/** Paths of the files that are, or are about to be, in the repository. */
export function sourceFiles(): string[] {
  const listing = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: CHECKOUT,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return [...new Set(listing.split('\0'))].filter((file) => file && existsSync(join(CHECKOUT, file)));
}

/** Text of a file of the repository. */
export function textOf(file: string): string {
  return readFileSync(join(CHECKOUT, file), 'utf8');
}
