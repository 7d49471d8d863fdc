import { setTimeout as wait } from 'node:timers/promises';
import { type Bench, centile, type Finding } from './bench.mts';
import { Writes } from './writes.mts';

const SECONDS = Number(process.env['SECONDS'] ?? 40);
const READERS = 34;
const WRITERS = 16;

/** R12: reads and writes together for a while: nothing fails, memory stays. */
export async function longLoad(bench: Bench): Promise<Finding> {
  const caller = await bench.login();
  const contrat = await bench.pool.query<{ id: string }>(
    `select c.contrat_id as id from compte c where c.email = 'claire.vasseur@exemple.fr'`,
  );
  const writes = new Writes(bench, caller);
  const [fiche = ''] = await writes.prepare(WRITERS);
  const pages = [
    'session',
    `fiches/${fiche}`,
    `contrats/${contrat.rows[0]?.id}/fiches`,
    `contrats/${contrat.rows[0]?.id}`,
  ];
  const durations: number[] = [];
  let failures = 0;
  const reader = async (rank: number): Promise<void> => {
    for (let turn = rank; !writes.over; turn++) {
      const from = performance.now();
      const answer = await fetch(`${bench.api.url}/api/v1/${pages[turn % pages.length]}`, { headers: caller });
      await answer.arrayBuffer();
      if (answer.status !== 200) failures += 1;
      durations.push(performance.now() - from);
      await wait(20);
    }
  };
  const all = [writes.run(), ...Array.from({ length: READERS }, (_, rank) => reader(rank))];
  const memories: number[] = [];
  for (let tenth = 0; tenth < 10; tenth++) {
    await wait(SECONDS * 100);
    memories.push(bench.api.memory());
  }
  writes.over = true;
  await Promise.all(all);
  // The heap of a process that has just started grows until its first great collections: what counts comes after.
  const [half = 0, last = 0] = [Math.max(...memories.slice(3, 6)), Math.max(...memories.slice(7))];
  const growth = Math.round((100 * (last - half)) / half);
  failures += writes.count((status) => status !== 200);
  return {
    fault: 'R12 reads and writes together',
    done: `${READERS} readers and ${WRITERS} writers for ${SECONDS} s: ${durations.length} reads, ${writes.acknowledged} writes`,
    found: `${failures} failures; reads p99 ${centile(durations, 0.99)} ms, writes p99 ${centile(writes.durations, 0.99)} ms; memory ${half} then ${last} MB (${growth} %)`,
    held: failures === 0 && growth <= 5,
  };
}
