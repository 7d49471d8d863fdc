import { setTimeout as wait } from 'node:timers/promises';
import { type Bench, type Finding, unless } from '../bench/bench.mts';
import { Writes } from '../bench/writes.mts';
import { n } from '../french.mts';

// Statements are given five seconds; the rest is the time to see that they have ended.
const ENDED_S = 5.2;

const ACTIVE = `select count(*) from pg_stat_activity
  where application_name = 'pleniere' and datname = current_database() and (state = 'active' or state like 'idle in%')`;

/** R8: the client goes away while its request waits in the database. */
export async function clientGone(bench: Bench): Promise<Finding> {
  const caller = await bench.login();
  const fiches = await new Writes(bench, caller).prepare(8);
  const holder = await bench.pool.connect();
  await holder.query('begin');
  await holder.query('select from fiche where id = any($1) for update', [fiches]);
  const gone = new AbortController();
  const calls = fiches.map((fiche) =>
    fetch(`${bench.api.url}/api/v1/fiches/${fiche}/champs/titreCourt`, {
      method: 'PUT',
      headers: { ...caller, 'if-match': '"0"' },
      body: '{"valeur": "Parti"}',
      signal: gone.signal,
    }).catch(() => undefined),
  );
  while ((await bench.count(ACTIVE)) < fiches.length) await wait(10);
  gone.abort();
  const from = performance.now();
  await Promise.all(calls);
  while ((await bench.count(ACTIVE)) > 0) await wait(20);
  const ended = (performance.now() - from) / 1000;
  await holder.query('rollback');
  holder.release();
  return {
    done: `${fiches.length} écritures qui attendent un verrou, leurs navigateurs coupés`,
    found: `plus aucune requête en cours après ${n(ended, 1)} s`,
    missed: unless(ended <= ENDED_S, `${n(ended, 1)} s, ${ENDED_S} s voulues`),
  };
}
