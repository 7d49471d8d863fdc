import { setTimeout as wait } from 'node:timers/promises';
import { type Bench, centile, type Finding, unless } from '../bench/bench.mts';
import { Writes } from '../bench/writes.mts';
import { ms, n } from '../french.mts';

const SECONDS = Number(process.env['SECONDS'] ?? 40);
const READERS = 34;
const WRITERS = 16;
// The heap of a process that has just started grows until its first great collections: growth is judged on long runs.
const JUDGED_S = 600;
const GROWTH = 5;

/** R12: pages, lists, searches, exports and writes together for a while: nothing fails, memory stays. */
export async function longLoad(bench: Bench): Promise<Finding> {
  const caller = await bench.login();
  const contrat = await bench.contrat();
  const writes = new Writes(bench, caller);
  const [fiche = ''] = await writes.prepare(WRITERS);
  const pages = [
    'session',
    `fiches/${fiche}`,
    `contrats/${contrat}/fiches`,
    `contrats/${contrat}`,
    `contrats/${contrat}/fiches?q=quartier`,
    `contrats/${contrat}/consultations`,
    `contrats/${contrat}/exports-valeurs`,
    'public/contrats',
  ];
  const durations: number[] = [];
  const failures = new Map<string, number>();
  const reader = async (rank: number): Promise<void> => {
    for (let turn = rank; !writes.over; turn++) {
      const from = performance.now();
      // One page in a hundred is a PDF.
      const page = turn % 100 === 99 ? `fiches/${fiche}.pdf` : (pages[turn % pages.length] ?? '');
      const status = await fetch(`${bench.api.url}/api/v1/${page}`, { headers: caller }).then(
        async (answer) => (await answer.arrayBuffer(), answer.status),
        () => 0,
      );
      if (status !== 200) failures.set(`${status} ${page}`, (failures.get(`${status} ${page}`) ?? 0) + 1);
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
  const [middle, last] = [Math.max(...memories.slice(3, 6)), Math.max(...memories.slice(7))];
  const growth = (100 * (last - middle)) / middle;
  const failed = [...failures.values()].reduce(
    (sum, times) => sum + times,
    writes.count((status) => status !== 200),
  );
  const which = [...failures].map(([what, times]) => `${what} × ${times}`).join(', ');
  return {
    done: `${READERS} lecteurs et ${WRITERS} personnes qui écrivent pendant ${n(SECONDS)} s : ${n(durations.length)} lectures (pages, listes, recherches, exports, PDF), ${n(writes.acknowledged)} écritures`,
    found: `${n(failed)} échec${which && ` (${which})`} ; lectures p99 ${ms(centile(durations, 0.99))}, écritures p99 ${ms(centile(writes.durations, 0.99))} ; mémoire ${n(middle)} puis ${n(last)} Mo (${n(growth, 1)} %${SECONDS < JUDGED_S ? ', jugée à partir de dix minutes' : ''})`,
    missed: [
      ...unless(failed === 0, `${n(failed)} échec`),
      ...unless(SECONDS < JUDGED_S || growth <= GROWTH, `mémoire + ${n(growth, 1)} %, + ${GROWTH} % voulus`),
    ],
  };
}
