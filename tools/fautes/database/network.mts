import { setTimeout as wait } from 'node:timers/promises';
import { type Bench, centile, type Finding, unless } from '../bench/bench.mts';
import { Door } from '../bench/door.mts';
import { Writes } from '../bench/writes.mts';
import { ms, n } from '../french.mts';

const LATENCY_MS = 20;
const MUTE_MS = 15_000;
const ANSWERED_MS = 10_000;
const BACK_MS = 10_000;

/** How long somebody who asks a page waits for an answer, whatever it is (ms). */
async function answerTime(url: string): Promise<number> {
  const from = performance.now();
  await fetch(url, { signal: AbortSignal.timeout(60_000) }).catch(() => undefined);
  return performance.now() - from;
}

/** R2: the network between the product and PostgreSQL slow, then mute: no connection is closed, nothing comes any more. */
export async function slowNetwork(bench: Bench): Promise<Finding> {
  const base = new URL(bench.cluster.url);
  const door = new Door(Number(base.port));
  base.port = String(await door.open());
  const api = await bench.replica({ DATABASE_URL: base.href });
  const writes = new Writes(bench, await bench.login(api.url), () => api.url);
  await writes.prepare(8);
  door.latency = LATENCY_MS;
  const running = writes.run();
  await wait(8_000);
  const slow = centile(writes.durations, 0.5);
  const refused = writes.count((status) => status !== 200);
  door.latency = 0;

  door.silence();
  const struck = performance.now();
  const answered = await Promise.all(Array.from({ length: 4 }, () => answerTime(`${api.url}/api/v1/public/contrats`)));
  await wait(Math.max(0, MUTE_MS - (performance.now() - struck)));
  door.speak();
  const from = performance.now();
  while (writes.lastSuccess < from && performance.now() - from < 120_000) await wait(10);
  const back = writes.lastSuccess - from;
  writes.over = true;
  await running;
  await api.end();
  await door.close();
  const { acknowledged, lost, double, half } = await writes.account();
  const others = writes.count((status) => status >= 500 && status !== 503);
  const longest = Math.max(...answered);
  return {
    done: `${LATENCY_MS} ms de plus dans chaque sens, puis plus rien ne passe pendant ${n(MUTE_MS / 1000)} s sans que rien soit fermé ; 8 personnes écrivent, ${n(acknowledged)} écritures acceptées`,
    found: `réseau lent : ${n(refused)} refusée, p50 ${ms(slow)} ; réseau muet : une page répond (503) en ${ms(longest)} au plus, écritures de retour ${ms(back)} après ; ${n(lost)} perdue, ${n(double)} double, ${n(half)} à moitié faite, d'une autre sorte que 503 : ${writes.others}`,
    missed: [
      ...unless(lost + double + half === 0, 'rien ne doit manquer ni être double'),
      ...unless(refused + others === 0, 'que des 503, et seulement quand rien ne passe'),
      ...unless(longest <= ANSWERED_MS, `réponse en ${ms(longest)}, ${ms(ANSWERED_MS)} voulues`),
      ...unless(back > 0 && back <= BACK_MS, `de retour en ${ms(back)}, ${ms(BACK_MS)} voulues`),
    ],
  };
}
