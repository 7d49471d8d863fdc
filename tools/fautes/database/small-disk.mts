import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Finding } from '../bench/bench.mts';

/** Has something done in a folder of that size, in memory; needs root to make one. */
export async function onSmallDisk(size: string, work: (folder: string) => Promise<Finding>): Promise<Finding> {
  const folder = mkdtempSync(join(tmpdir(), 'pleniere-fautes-disque-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=755`, 'tmpfs', folder]).status === 0;
  try {
    if (mounted) return await work(folder);
    return { done: 'rien', found: 'il faut être root pour monter un petit disque', missed: ['non mesuré'] };
  } finally {
    if (mounted) spawnSync('umount', ['-l', folder]);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes until nothing more can be. */
export function fillUp(file: string): void {
  const descriptor = openSync(file, 'w');
  for (let size = 1 << 20; size >= 4096; size >>= 1) {
    try {
      for (;;) writeSync(descriptor, Buffer.alloc(size));
    } catch {
      // Full for pieces of that size: smaller ones may still go in.
    }
  }
  closeSync(descriptor);
}
