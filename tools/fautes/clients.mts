import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { type Bench, type Caller, centile, type Finding } from './bench.mts';
import { Writes } from './writes.mts';

const HALF_SENT = 400;
const CLOSED_S = 15;

async function durationsOfReads(bench: Bench, caller: Caller, number: number): Promise<number[]> {
  const durations: number[] = [];
  const reader = async (): Promise<void> => {
    while (durations.length < number) {
      const from = performance.now();
      await (await fetch(`${bench.api.url}/api/v1/session`, { headers: caller })).arrayBuffer();
      durations.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: 4 }, reader));
  return durations;
}

/** A connection that says this and then nothing; tells after how many seconds the server closed it. */
function hang(port: number, text: string): { socket: Socket; closed: Promise<number> } {
  const from = performance.now();
  const socket = connect(port, '127.0.0.1', () => socket.write(text));
  socket.on('error', () => undefined).resume();
  return { socket, closed: once(socket, 'close').then(() => (performance.now() - from) / 1000) };
}

/** R6: hundreds of requests that are never sent whole, and readers who take nothing of a big answer. */
export async function slowClients(bench: Bench): Promise<Finding> {
  const caller = await bench.login();
  const { port } = bench.api;
  const quiet = centile(await durationsOfReads(bench, caller, 2_000), 0.99);
  const memory = bench.api.memory();
  const headers = `POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n`;
  const hung = Array.from({ length: HALF_SENT }, (_, rank) =>
    hang(port, rank % 2 === 0 ? headers : `${headers}Content-Length: 500\r\n\r\n{"email": "`),
  );
  const slow = Array.from({ length: 50 }, () => connect(port, '127.0.0.1'));
  for (const socket of slow) {
    socket.on('error', () => undefined).pause();
    socket.write('GET /api/openapi.json HTTP/1.1\r\nHost: x\r\n\r\n');
  }
  await wait(1_500);
  const busy = centile(await durationsOfReads(bench, caller, 2_000), 0.99);
  const grown = bench.api.memory() - memory;
  const closed = Math.round(Math.max(...(await Promise.all(hung.map((one) => one.closed)))));
  for (const socket of slow) socket.destroy();
  return {
    fault: 'R6 half-sent requests and slow readers',
    done: `${HALF_SENT} requests never finished, ${slow.length} readers who read nothing of the description of the API`,
    found: `p99 of others ${quiet} ms before, ${busy} ms meanwhile; all closed after ${closed} s at most; memory + ${grown} MB`,
    held: busy <= Math.max(3 * quiet, 50) && closed <= CLOSED_S && grown <= 50,
  };
}

// What cannot be stored as it is (NUL, half a character) is either refused or dropped by the cleaning of texts.
const CLEANED = ['NUL', 'lone surrogate'];
const BODIES: [name: string, type: string, body: string | Uint8Array<ArrayBuffer>][] = [
  ['20 MB', 'application/json', `{"email": "${'x'.repeat(20_000_000)}"}`],
  ['nesting of 100,000', 'application/json', '['.repeat(100_000)],
  ['nesting of 100,000, closed', 'application/json', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  ['10,000 items', 'application/json', JSON.stringify(Array.from({ length: 10_000 }, () => ({})))],
  ['1e400', 'application/json', '{"valeur": 1e400}'],
  ['NUL', 'application/json', '{"valeur": "a\\u0000b"}'],
  ['lone surrogate', 'application/json', '{"valeur": "\\ud800"}'],
  ['no JSON', 'application/json', '{"valeur": '],
  ['not UTF-8', 'application/json', new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x7d])],
  ['XML', 'text/xml', '<a/>'],
  ['__proto__', 'application/json', '{"__proto__": {"role": "equipe"}, "valeur": []}'],
];

/** R7: bodies and addresses that no screen sends. */
export async function hostileBodies(bench: Bench): Promise<Finding> {
  const caller = await bench.login();
  const [fiche = ''] = await new Writes(bench, caller).prepare(1);
  const wrong: string[] = [];
  const calls = BODIES.flatMap(([name, type, body]) =>
    (
      [
        [`/fiches/${fiche}/champs/titreCourt`, 'PUT'],
        ['/session', 'POST'],
      ] as const
    ).map(async ([path, method]) => {
      const headers = { ...caller, 'content-type': type, 'if-match': '"0"' };
      const status = await fetch(`${bench.api.url}/api/v1${path}`, { method, headers, body }).then(
        (answer) => answer.status,
        () => 0,
      );
      const cleaned = status === 200 && CLEANED.includes(name);
      if (!cleaned && (status < 400 || status >= 500)) wrong.push(`${method} ${path} ${name}: ${status}`);
    }),
  );
  const addresses = [
    '/api/v1/fiches/%E0%A4%A',
    '/api/v1/fiches/%00',
    '/api/v1/fiches/1e400',
    `/api/v1/${'a/'.repeat(3_000)}`,
  ];
  const reads = addresses.map(async (path) => {
    const { status } = await fetch(bench.api.url + path, { headers: caller });
    if (status < 400 || status >= 500) wrong.push(`${path.slice(0, 40)}: ${status}`);
  });
  await Promise.all([...calls, ...reads]);
  return {
    fault: 'R7 hostile bodies and addresses',
    done: `${calls.length + reads.length} requests: ${BODIES.map(([name]) => name).join(', ')}, bad %-escapes`,
    found: wrong.length === 0 ? 'all 4xx, NUL and half characters dropped from a text; no 5xx' : wrong.join('; '),
    held: wrong.length === 0,
  };
}

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
    fault: 'R8 client gone while its request waits',
    done: `${fiches.length} writes that wait for a lock, their clients cut`,
    found: `no statement left after ${ended.toFixed(1)} s`,
    held: ended <= 5.5,
  };
}
