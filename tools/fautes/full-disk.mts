import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, truncateSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Bench, type Finding } from './bench.mts';
import { Writes } from './writes.mts';

const SIZE = '400m';

/** R3: the disk of PostgreSQL full under writes, then freed. Needs root, for a disk that small. */
export async function fullDisk(): Promise<Finding> {
  const fault = 'R3 disk of the database full';
  const folder = mkdtempSync(join(tmpdir(), 'pleniere-fautes-disque-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE},mode=755`, 'tmpfs', folder]).status === 0;
  if (!mounted) {
    rmSync(folder, { recursive: true });
    return { fault, done: 'not run: mounting a small disk needs root', found: '–', held: true };
  }
  try {
    return await fill(fault, folder);
  } finally {
    spawnSync('umount', ['-l', folder]);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes until nothing more can be. */
function fillUp(file: string): void {
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

async function fill(fault: string, folder: string): Promise<Finding> {
  const bench = await Bench.open(mkdtempSync(join(folder, 'base-')));
  try {
    const caller = await bench.login();
    const writes = new Writes(bench, caller);
    await writes.prepare(8);
    const running = writes.run();
    while (writes.acknowledged < 100) await wait(10);
    const ballast = join(folder, 'ballast');
    fillUp(ballast);
    for (let tries = 0; tries < 2_000 && !(writes.statuses.get(503) ?? 0); tries++) await wait(10);
    await wait(1_000);
    const reads = await Promise.all(
      Array.from({ length: 20 }, () =>
        fetch(`${bench.api.url}/api/v1/session`, { headers: caller }).then(({ status }) => status),
      ),
    );
    truncateSync(ballast, 0);
    const freed = performance.now();
    while (writes.lastSuccess < freed) await wait(5);
    const back = Math.round(writes.lastSuccess - freed);
    writes.over = true;
    await running;
    const { acknowledged, lost, double, half } = await writes.account();
    const refused = writes.statuses.get(503) ?? 0;
    const others = writes.count((status) => status >= 500 && status !== 503);
    const read = reads.filter((status) => status === 200).length;
    return {
      fault,
      done: `tmpfs of ${SIZE} filled under 8 writers, ${acknowledged} acknowledged writes`,
      found: `lost ${lost}, double ${double}, half ${half}; ${refused} answers 503, of another kind: ${writes.others}; ${read} of 20 reads answered meanwhile; writes back ${back} ms after space is freed`,
      held: lost + double + half + others === 0 && refused > 0 && read === 20 && back <= 1_000,
    };
  } finally {
    await bench.close();
  }
}
