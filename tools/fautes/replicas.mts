import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { startStandby } from '../postgres/standby.mts';
import type { Api, Bench, Caller, Finding } from './bench.mts';
import { Proxy } from './proxy.mts';
import { Writes } from './writes.mts';

const until = async (is: () => boolean | Promise<boolean>, ms = 10_000): Promise<boolean> => {
  for (const from = performance.now(); performance.now() - from < ms; await wait(10)) if (await is()) return true;
  return false;
};

async function contratOf(bench: Bench): Promise<string> {
  const { rows } = await bench.pool.query<{ id: string }>(
    `select contrat_id as id from compte where email = 'claire.vasseur@exemple.fr'`,
  );
  return rows[0]?.id ?? '';
}

/** What a screen that listens to a contrat hears on one replica. */
async function listen(api: Api, caller: Caller, contrat: string): Promise<{ heard: () => string; leave: () => void }> {
  const leaving = new AbortController();
  const thread = await fetch(`${api.url}/api/v1/contrats/${contrat}/direct`, {
    headers: caller,
    signal: leaving.signal,
  });
  let heard = '';
  const read = async (): Promise<void> => {
    for await (const piece of thread.body ?? []) heard += Buffer.from(piece as Uint8Array).toString();
  };
  void read().catch(() => undefined);
  return { heard: () => heard, leave: () => leaving.abort() };
}

/** Two processes on one database: a session, a brake, an event and a change know nothing of which one answers. */
export async function twoReplicas(bench: Bench): Promise<Finding> {
  const other = await bench.replica();
  const wrong: string[] = [];
  const expect = (said: string, is: boolean): void => void (is || wrong.push(said));

  const caller = await bench.login();
  const on = (api: Api, path: string, call: RequestInit = {}): Promise<Response> =>
    fetch(`${api.url}/api/v1${path}`, { ...call, headers: { ...caller, ...(call.headers as Caller) } });
  expect('a session opened on one is known to the other', (await on(other, '/session')).status === 200);

  const contrat = await contratOf(bench);
  const thread = await listen(other, caller, contrat);
  const [fiche = ''] = await new Writes(bench, caller).prepare(1);
  await until(() => thread.heard().length > 0, 2_000);
  const body = JSON.stringify({ valeur: 'Vu par tous' });
  const put = await on(bench.api, `/fiches/${fiche}/champs/titreCourt`, {
    method: 'PUT',
    body,
    headers: { 'if-match': '"0"' },
  });
  expect('a write passes', put.status === 200);
  expect('its event is heard on the other', await until(() => thread.heard().includes(fiche)));
  expect('the other reads it', (await (await on(other, `/fiches/${fiche}`)).text()).includes('Vu par tous'));

  const bad = JSON.stringify({ email: 'personne@exemple.fr', motDePasse: 'Faux-mot-de-passe-1' });
  const statuses: number[] = [];
  for (let attempt = 0; attempt < 6; attempt++) {
    const api = attempt % 2 === 0 ? bench.api : other;
    const headers = { 'content-type': 'application/json' };
    statuses.push((await fetch(`${api.url}/api/v1/session`, { method: 'POST', headers, body: bad })).status);
  }
  expect(
    `attempts are counted together (${statuses.join(' ')})`,
    statuses.slice(0, 5).every((s) => s === 401) && statuses[5] === 429,
  );

  expect('a session closed on one', (await on(bench.api, '/session', { method: 'DELETE' })).ok);
  expect('is closed on the other', (await on(other, `/fiches/${fiche}`)).status === 401);
  thread.leave();
  await other.end();
  return {
    fault: 'Two replicas without sticky sessions',
    done: 'a session, a live event, a write, log-in attempts and a log-out, each seen from the other replica',
    found: wrong.length === 0 ? 'all the same from either' : `wrong: ${wrong.join('; ')}`,
    held: wrong.length === 0,
  };
}

/** Each replica restarted in turn behind the proxy, under writes that are never sent again. */
export async function rollingRestart(bench: Bench): Promise<Finding> {
  const settings = { ARRET_DELAI: '1' };
  const replicas = [await bench.replica(settings), await bench.replica(settings)];
  const proxy = new Proxy(replicas);
  await proxy.open();
  const writes = new Writes(bench, await bench.login(), () => proxy.url);
  await writes.prepare(16);
  const running = writes.run();
  const stops: number[] = [];
  for (const replica of [...replicas, ...replicas]) {
    await wait(1_000);
    const from = performance.now();
    await replica.end('SIGTERM');
    stops.push((performance.now() - from) / 1000);
    await replica.start();
  }
  await wait(1_000);
  writes.over = true;
  await running;
  proxy.close();
  for (const replica of replicas) await replica.end();
  const { acknowledged, lost, double, half } = await writes.account();
  const failures = writes.count((status) => status !== 200);
  return {
    fault: 'Rolling restart of two replicas behind a proxy',
    done: `${stops.length} restarts under 16 writers, ${acknowledged} writes`,
    found: `${failures} requests failed, lost ${lost}, double ${double}, half ${half}; a stop takes ${Math.max(...stops).toFixed(1)} s at most`,
    held: failures + lost + double + half === 0,
  };
}

/** How many transactions a server has ended in the database of the product. */
async function transactionsOf(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ n: number }>(
    'select xact_commit::int as n from pg_stat_database where datname = current_database()',
  );
  await client.end();
  return rows[0]?.n ?? 0;
}

/** A standby that answers the reads: fresh for who has just written, left aside when it is late or gone. */
export async function standby(bench: Bench): Promise<Finding> {
  const secondary = await startStandby(
    join(bench.folder, 'postgres'),
    mkdtempSync(join(tmpdir(), 'pleniere-secours-')),
  );
  const wrong: string[] = [];
  const expect = (said: string, is: boolean): void => void (is || wrong.push(said));
  const follower = await bench.replica({ DATABASE_LECTURE_URL: secondary.url });
  try {
    const entered = await bench.login(follower.url);
    // A log-in writes: as the browser does ten seconds later, its mark is dropped.
    const caller = { ...entered, cookie: (entered['cookie'] ?? '').replace(/(; )?pleniere_ecrit=1/, '') };
    const [fiche = ''] = await new Writes(bench, caller).prepare(1);
    const get = (headers = caller): Promise<Response> => fetch(`${follower.url}/api/v1/fiches/${fiche}`, { headers });
    await wait(3_000);
    const before = await transactionsOf(secondary.url);
    for (let turn = 0; turn < 100; turn++) expect('a read is answered', (await get()).status === 200);
    await wait(1_500);
    const given = (await transactionsOf(secondary.url)) - before;
    // A machine that is too busy to prove it fresh gives some of them to the primary.
    expect(`the standby answers reads (${given} transactions for 100 reads)`, given >= 50);

    await secondary.pause();
    const body = JSON.stringify({ valeur: 'Tout juste écrit' });
    const put = await fetch(`${follower.url}/api/v1/fiches/${fiche}/champs/titreCourt`, {
      method: 'PUT',
      headers: { ...caller, 'if-match': '"0"' },
      body,
    });
    const mark = put.headers.getSetCookie().map((cookie) => cookie.split(';')[0])[0] ?? '';
    const marked = { ...caller, cookie: `${caller.cookie}; ${mark}` };
    expect('who writes reads it at once', (await (await get(marked)).text()).includes('Tout juste écrit'));
    expect(
      'a late standby is left aside',
      await until(async () => (await (await get()).text()).includes('Tout juste écrit'), 4_000),
    );
    await secondary.resume();
    await secondary.stop();
    const statuses = await Promise.all(Array.from({ length: 50 }, async () => (await get()).status));
    expect(
      'nothing is refused when it is gone',
      statuses.every((status) => status === 200),
    );
  } finally {
    await follower.end();
    await secondary.stop();
  }
  return {
    fault: 'Reads by a standby (DATABASE_LECTURE_URL)',
    done: 'a standby that streams, 100 reads, a write, the standby suspended, then stopped',
    found:
      wrong.length === 0
        ? 'it answers the reads; who writes reads their own; late or gone, the primary answers'
        : `wrong: ${wrong.join('; ')}`,
    held: wrong.length === 0,
  };
}
