import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { type Bench, type Finding, unless } from '../bench/bench.mts';
import { Writes } from '../bench/writes.mts';
import { ms, n, some } from '../french.mts';

const KILLS = Number(process.env['KILLS'] ?? 10);
const HANDS = 16;
const BACK_MS = 2_000;
const SUCCESS_MS = 1_000;

/** R1: the API killed again and again among acknowledged writes. */
export async function killsOfTheApi(bench: Bench): Promise<Finding> {
  const writes = new Writes(bench, await bench.login());
  await writes.prepare(HANDS);
  const running = writes.run(KILLS * 1_000);
  const backs: number[] = [];
  const work: number[] = [];
  for (let kill = 0; kill < KILLS; kill++) {
    while (writes.acknowledged < kill * 1_000 + 500) await wait(5);
    await bench.api.end('SIGKILL');
    backs.push(await bench.api.start());
    work.push(bench.api.processorTime());
  }
  await running;
  const { lost, double, half, ...account } = await writes.account();
  const last = Math.max(...backs);
  return {
    done: `${some(KILLS, 'arrêt brutal', 'arrêts brutaux')} parmi ${n(account.acknowledged)} écritures acceptées, ${HANDS} personnes écrivent`,
    found: `${n(lost)} perdue, ${n(double)} double, ${n(half)} à moitié faite ; de nouveau prête en ${ms(Math.min(...backs))} à ${ms(last)}, dont ${ms(Math.max(...work))} de processeur au plus`,
    missed: [
      ...unless(lost + double + half === 0, 'rien ne doit manquer ni être double'),
      ...unless(last <= BACK_MS, `prête en ${ms(last)}, ${ms(BACK_MS)} voulues`),
    ],
  };
}

/** How long after PostgreSQL answers again a write passes (ms). */
async function recovery(bench: Bench, writes: Writes, harm: () => Promise<void> | void): Promise<number> {
  await harm();
  const struck = performance.now();
  for (;;) {
    const client = new pg.Client({ connectionString: bench.cluster.url, connectionTimeoutMillis: 500 });
    client.on('error', () => undefined);
    const answers = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end().catch(() => undefined);
    if (answers) break;
    if (performance.now() - struck > 30_000) throw new Error('PostgreSQL ne revient pas');
    await wait(10);
  }
  const from = performance.now();
  while (writes.lastSuccess < from) await wait(5);
  return writes.lastSuccess - from;
}

/** R2: PostgreSQL stopped, killed, one of its processes killed, under writes. */
export async function cutsOfPostgres(bench: Bench): Promise<Finding> {
  const born = bench.api.process?.pid;
  const postmaster = (): number =>
    Number(readFileSync(join(bench.folder, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0]);
  const backend = async (): Promise<void> => {
    const { rows } = await bench.pool.query<{ pid: number }>(
      `select pid from pg_stat_activity where application_name = 'pleniere' limit 1`,
    );
    // PostgreSQL then drops every connection and recovers from its log.
    if (rows[0]) process.kill(rows[0].pid, 'SIGKILL');
  };
  const harms: (() => Promise<void> | void)[] = [
    backend,
    () => void process.kill(postmaster(), 'SIGINT'),
    () => void process.kill(postmaster(), 'SIGKILL'),
  ];
  const writes = new Writes(bench, await bench.login());
  await writes.prepare(HANDS);
  const running = writes.run();
  const backs: number[] = [];
  for (let round = 0; round < Math.max(4, KILLS / 2); round++) {
    for (const harm of harms) {
      const before = writes.acknowledged;
      while (writes.acknowledged < before + 100) await wait(5);
      backs.push(await recovery(bench, writes, harm));
    }
  }
  writes.over = true;
  await running;
  const { acknowledged, lost, double, half } = await writes.account();
  const others = writes.count((status) => status >= 500 && status !== 503) + writes.count((status) => status === 0);
  const alive = bench.api.process?.pid === born && bench.api.process?.exitCode === null;
  const slowest = Math.max(...backs);
  const late = backs.filter((back) => back > SUCCESS_MS).length;
  const mute = writes.unavailableWithoutDelay;
  return {
    done: `${some(backs.length, 'coupure')} sous ${HANDS} personnes qui écrivent, ${n(acknowledged)} écritures acceptées`,
    found: `${n(lost)} perdue, ${n(double)} double, ${n(half)} à moitié faite ; ${n(writes.count((s) => s === 503))} réponses 503, d'une autre sorte : ${writes.others}, sans Retry-After : ${n(mute)} ; première écriture au plus ${ms(slowest)} après que PostgreSQL répond ; ${alive ? 'même processus' : 'processus mort'}`,
    missed: [
      ...unless(lost + double + half === 0, 'rien ne doit manquer ni être double'),
      ...unless(others + mute === 0, 'que des 503 avec Retry-After voulus'),
      ...unless(alive, 'le processus devait rester en vie'),
      ...unless(late === 0, `${n(late)} retour après ${ms(SUCCESS_MS)}, au plus ${ms(slowest)}`),
    ],
  };
}
