import { setTimeout as wait } from 'node:timers/promises';
import type { Api } from '../bench/api.mts';
import { type Bench, type Caller, type Finding, unless } from '../bench/bench.mts';
import { until } from '../bench/until.mts';
import { Writes } from '../bench/writes.mts';
import { n } from '../french.mts';
import { Proxy } from './proxy.mts';

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
  expect("une session ouverte sur l'un est connue de l'autre", (await on(other, '/session')).status === 200);

  const contrat = await bench.contrat();
  const thread = await listen(other, caller, contrat);
  const [fiche = ''] = await new Writes(bench, caller).prepare(1);
  await until(() => thread.heard().length > 0, 2_000);
  const body = JSON.stringify({ valeur: 'Vu par tous' });
  const put = await on(bench.api, `/fiches/${fiche}/champs/titreCourt`, {
    method: 'PUT',
    body,
    headers: { 'if-match': '"0"' },
  });
  expect('une écriture passe', put.status === 200);
  expect("son annonce est entendue sur l'autre", await until(() => thread.heard().includes(fiche)));
  expect("l'autre la lit", (await (await on(other, `/fiches/${fiche}`)).text()).includes('Vu par tous'));

  const bad = JSON.stringify({ email: 'personne@exemple.fr', motDePasse: 'Faux-mot-de-passe-1' });
  const statuses: number[] = [];
  for (let attempt = 0; attempt < 6; attempt++) {
    const api = attempt % 2 === 0 ? bench.api : other;
    const headers = { 'content-type': 'application/json' };
    statuses.push((await fetch(`${api.url}/api/v1/session`, { method: 'POST', headers, body: bad })).status);
  }
  expect(
    `les essais de mot de passe sont comptés ensemble (${statuses.join(' ')})`,
    statuses.slice(0, 5).every((s) => s === 401) && statuses[5] === 429,
  );

  expect("une session se ferme sur l'un", (await on(bench.api, '/session', { method: 'DELETE' })).ok);
  expect("elle est fermée sur l'autre", (await on(other, `/fiches/${fiche}`)).status === 401);
  thread.leave();
  await other.end();
  return {
    done: 'une session, un changement en direct, une écriture, des essais de mot de passe, une déconnexion, chacun vu de l’autre processus',
    found: wrong.length === 0 ? 'tout est pareil de l’un et de l’autre' : `manque : ${wrong.join(' ; ')}`,
    missed: wrong,
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
    done: `${stops.length} redémarrages sous 16 personnes qui écrivent, ${n(acknowledged)} écritures`,
    found: `${n(failures)} demande refusée, ${n(lost)} perdue, ${n(double)} double, ${n(half)} à moitié faite ; un arrêt prend ${n(Math.max(...stops), 1)} s au plus`,
    missed: unless(failures + lost + double + half === 0, 'aucune demande ne doit être refusée'),
  };
}
