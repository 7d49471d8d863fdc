import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { Bench, Finding } from './bench.mts';
import { Writes } from './writes.mts';

const KILLS = Number(process.env['KILLS'] ?? 10);
const HANDS = 16;

/** R1: the API killed again and again among acknowledged writes. */
export async function killsOfTheApi(bench: Bench): Promise<Finding> {
  const writes = new Writes(bench, await bench.login());
  await writes.prepare(HANDS);
  const running = writes.run(KILLS * 1_000);
  const backs: number[] = [];
  for (let kill = 0; kill < KILLS; kill++) {
    while (writes.acknowledged < kill * 1_000 + 500) await wait(5);
    await bench.api.end('SIGKILL');
    backs.push(await bench.api.start());
  }
  await running;
  const { acknowledged, lost, double, half } = await writes.account();
  const [first, last] = [Math.round(Math.min(...backs)), Math.round(Math.max(...backs))];
  return {
    fault: 'R1 API killed (kill -9) while it writes',
    done: `${KILLS} kills, ${acknowledged} acknowledged writes, ${HANDS} writers`,
    found: `lost ${lost}, double ${double}, half applied ${half}; process ready again in ${first} to ${last} ms`,
    held: lost + double + half === 0,
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
    if (performance.now() - struck > 30_000) throw new Error('PostgreSQL does not come back');
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
  for (let round = 0; round < 4; round++) {
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
  const slowest = Math.round(Math.max(...backs));
  return {
    fault: 'R2 PostgreSQL restarted, killed, one backend killed',
    done: `${backs.length} cuts under ${HANDS} writers, ${acknowledged} acknowledged writes`,
    found: `lost ${lost}, double ${double}, half ${half}; ${writes.count((s) => s === 503)} answers 503, of another kind: ${writes.others}, ${writes.unavailableWithoutDelay} without Retry-After; first success ≤ ${slowest} ms after PostgreSQL answers; same process`,
    held: lost + double + half + others + writes.unavailableWithoutDelay === 0 && alive && slowest <= 1_000,
  };
}
