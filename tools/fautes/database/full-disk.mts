import { mkdtempSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Bench, type Finding, unless } from '../bench/bench.mts';
import { Writes } from '../bench/writes.mts';
import { ms, n } from '../french.mts';
import { fillUp, onSmallDisk } from './small-disk.mts';

const BACK_MS = 1_000;

/** R3: the disk of PostgreSQL full under writes, then freed. */
export const fullDisk = (): Promise<Finding> => onSmallDisk('400m', fill);

async function fill(folder: string): Promise<Finding> {
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
    const back = writes.lastSuccess - freed;
    writes.over = true;
    await running;
    const { acknowledged, lost, double, half } = await writes.account();
    const refused = writes.statuses.get(503) ?? 0;
    const others = writes.count((status) => status >= 500 && status !== 503);
    const read = reads.filter((status) => status === 200).length;
    return {
      done: `disque de 400 Mo rempli sous 8 personnes qui écrivent, ${n(acknowledged)} écritures acceptées`,
      found: `${n(lost)} perdue, ${n(double)} double, ${n(half)} à moitié faite ; ${n(refused)} réponses 503, d'une autre sorte : ${writes.others} ; ${read} lectures sur 20 répondues pendant ce temps ; écritures de retour ${ms(back)} après que la place est rendue`,
      missed: [
        ...unless(lost + double + half === 0, 'rien ne doit manquer ni être double'),
        ...unless(others === 0 && refused > 0, 'que des 503 voulus'),
        ...unless(read === 20, `${20 - read} lectures refusées`),
        ...unless(back <= BACK_MS, `de retour en ${ms(back)}, ${ms(BACK_MS)} voulues`),
      ],
    };
  } finally {
    await bench.close();
  }
}
