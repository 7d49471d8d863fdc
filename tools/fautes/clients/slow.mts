import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { type Bench, type Caller, centile, type Finding, unless } from '../bench/bench.mts';
import { ms, n } from '../french.mts';

const HALF_SENT = 400;
const SLOW_READERS = 50;
const FILE_MB = 8;
const CLOSED_S = 15;
const GROWN_MB = 50;
const READS = 2_000;
const ROUNDS = 10;
const SETTLED_MB = 2;

// A book as the product keeps it, of bytes that compress badly.
const BOOK = `
  insert into document_produit (contrat_id, arrete_id, sorte, options, statut, avancement, demande_par_id, demande_par,
    termine_le, nom_fichier, type_mime, octets, sha256)
  select a.contrat_id, a.id, 'livre-pdf', '{}', 'pret', 100, c.personne_id, 'Banc', now(), 'livre.pdf', 'application/pdf', o,
    encode(sha256(o), 'hex')
  from (select * from arrete where contrat_id = $1 order by numero limit 1) a
  join compte c on c.contrat_id = a.contrat_id and c.email = $2,
    (select string_agg(sha256(n::text::bytea), '') as o from generate_series(1, $3::int) n) book
  returning id`;

async function durationsOfReads(bench: Bench, caller: Caller): Promise<number[]> {
  const durations: number[] = [];
  const contrat = await bench.contrat();
  const pages = ['session', `contrats/${contrat}`, 'session', `contrats/${contrat}/fiches`];
  const reader = async (): Promise<void> => {
    while (durations.length < READS) {
      const from = performance.now();
      const page = pages[durations.length % pages.length] ?? '';
      await (await fetch(`${bench.api.url}/api/v1/${page}`, { headers: caller })).arrayBuffer();
      durations.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: 4 }, reader));
  return durations;
}

/** The 99th centile of the reads, and the memory, once the heap has taken its usual size: the same reads make it grow no more. */
async function usual(bench: Bench, caller: Caller): Promise<{ quiet: number; memory: number }> {
  let [memory, quiet] = [0, 0];
  for (let round = 0; round < ROUNDS && bench.api.memory() > memory + SETTLED_MB; round++) {
    memory = bench.api.memory();
    quiet = centile(await durationsOfReads(bench, caller), 0.99);
  }
  return { quiet, memory: bench.api.memory() };
}

/** A connection that says this and then nothing; tells after how many seconds the server closed it. */
function hang(port: number, text: string): Promise<number> {
  const from = performance.now();
  const socket = connect(port, '127.0.0.1', () => socket.write(text));
  socket.on('error', () => undefined).resume();
  return once(socket, 'close').then(() => (performance.now() - from) / 1000);
}

/** Readers who ask a big file and take of it what their first packet holds. */
function readSlowly(port: number, path: string, caller: Caller): Socket[] {
  return Array.from({ length: SLOW_READERS }, () => {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined).pause();
    socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nCookie: ${caller['cookie']}\r\n\r\n`);
    return socket;
  });
}

/** R6: hundreds of requests that are never sent whole, and readers who take nothing of a big file. */
export async function slowClients(bench: Bench): Promise<Finding> {
  const caller = await bench.login();
  const { port } = bench.api;
  const { rows } = await bench.pool.query<{ id: string }>(BOOK, [
    await bench.contrat(),
    'claire.vasseur@exemple.fr',
    (FILE_MB << 20) / 32,
  ]);
  const { quiet, memory } = await usual(bench, caller);
  const headers = `POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n`;
  const hung = Array.from({ length: HALF_SENT }, (_, rank) =>
    hang(port, rank % 2 === 0 ? headers : `${headers}Content-Length: 500\r\n\r\n{"email": "`),
  );
  const slow = readSlowly(port, `/api/v1/documents/${rows[0]?.id}/fichier`, caller);
  await wait(1_500);
  let highest = 0;
  const watch = setInterval(() => (highest = Math.max(highest, bench.api.memory() - memory)), 100);
  const busy = centile(await durationsOfReads(bench, caller), 0.99);
  const closed = Math.max(...(await Promise.all(hung)));
  clearInterval(watch);
  for (const socket of slow) socket.destroy();
  return {
    done: `${HALF_SENT} demandes jamais finies, ${SLOW_READERS} lecteurs qui ne prennent rien d'un livre de ${FILE_MB} Mo`,
    found: `p99 des autres ${ms(quiet)} avant, ${ms(busy)} pendant ; toutes fermées après ${n(closed, 1)} s au plus ; mémoire + ${n(highest)} Mo`,
    missed: [
      ...unless(busy <= 3 * quiet, `p99 × ${n(busy / quiet, 1)}, × 3 voulu`),
      ...unless(closed <= CLOSED_S, `fermées après ${n(closed, 1)} s, ${CLOSED_S} s voulues`),
      ...unless(highest <= GROWN_MB, `mémoire + ${n(highest)} Mo, + ${GROWN_MB} Mo voulus`),
    ],
  };
}
