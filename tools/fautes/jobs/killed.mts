import { type Bench, type Caller, type Finding, unless } from '../bench/bench.mts';
import { until } from '../bench/until.mts';
import { n, some } from '../french.mts';
import { PostOffice, send, sentOf } from './post-office.mts';

const LETTERS = 20;
// What a process does at a time, and may have handed over without having noted it when it is killed.
const AT_A_TIME = 5;
const BACK_S = 180;

type Asked = { id: string; statut: string; fichier: { sha256: string } | null };

async function ask(url: string, caller: Caller, path: string, body?: object): Promise<Asked> {
  const call = body ? { method: 'POST', body: JSON.stringify(body) } : {};
  const answer = await fetch(`${url}/api/v1/${path}`, { ...call, headers: caller });
  if (!answer.ok) throw new Error(`${path} : ${answer.status}`);
  return (await answer.json()) as Asked;
}

/** A book, a workbook and e-mails being made when their process is killed: taken up by the next, one result each. */
export async function jobsKilled(bench: Bench): Promise<Finding> {
  const office = new PostOffice();
  office.slowness = 400;
  await office.open();
  // Nobody else does jobs meanwhile.
  await bench.api.end();
  const settings = { SMTP_URL: office.url };
  const api = await bench.replica(settings);
  const caller = await bench.login(api.url);
  const arrete = await bench.pool.query<{ id: string }>(
    'select id from arrete where contrat_id = $1 order by numero limit 1',
    [await bench.contrat()],
  );
  const documents = `contrats/${await bench.contrat()}/arretes/${arrete.rows[0]?.id}/documents`;
  const read = (id: string): Promise<Asked> => ask(api.url, caller, `documents/${id}`);
  const ready = (id: string, ms: number): Promise<boolean> => until(async () => (await read(id)).statut === 'pret', ms);

  const book = await ask(api.url, caller, documents, { sorte: 'livre-pdf' });
  const workbook = await ask(api.url, caller, documents, { sorte: 'classeur-xlsx' });
  const letters = await send(bench, api.url, caller, 'tues', LETTERS);
  const half = await until(
    async () => (await read(book.id)).statut === 'en-cours' && (await sentOf(bench, letters)) > AT_A_TIME,
    60_000,
  );
  const sentBefore = await sentOf(bench, letters);
  await api.end('SIGKILL');
  await api.start();
  const from = performance.now();
  const made = (await Promise.all([book, workbook].map(({ id }) => ready(id, BACK_S * 1_000)))).every(Boolean);
  const seconds = (performance.now() - from) / 1000;
  const sent = await until(async () => (await sentOf(bench, letters)) === LETTERS, BACK_S * 1_000);
  const all = (performance.now() - from) / 1000;

  const told = await bench.count('select count(*) from courriel where cle = any($1)', [
    [book, workbook].map(({ id }) => `document/${id}`),
  ]);
  const again = await ask(api.url, caller, documents, { sorte: 'livre-pdf' });
  const same =
    (await ready(again.id, 60_000)) && (await read(again.id)).fichier?.sha256 === (await read(book.id)).fichier?.sha256;
  await api.end();
  await office.close();
  await bench.api.start();
  const ids = new Set(letters);
  const handed = office.accepted.filter(({ id }) => ids.has(id.slice(1, id.indexOf('@'))));
  const twice = handed.length - new Set(handed.map(({ id }) => id)).size;
  return {
    done: `un livre en cours de composition, un classeur qui attend, ${LETTERS} courriels dont ${n(sentBefore)} partis ; le processus est tué, un autre démarre`,
    found: `livre et classeur ${made ? `faits une fois, ${n(seconds)} s après` : 'pas refaits'}, ${some(told, 'courriel qui les annonce', 'courriels qui les annoncent')}, livre ${same ? 'identique à un livre jamais interrompu' : 'différent'} ; courriels tous partis ${n(all)} s après, ${n(twice)} remis deux fois (même Message-ID)`,
    missed: [
      ...unless(half, 'le livre ou les courriels étaient finis avant l’arrêt'),
      ...unless(made && told === 2 && same, 'un seul livre et un seul classeur voulus'),
      ...unless(sent, 'tous les courriels voulus'),
      ...unless(twice <= AT_A_TIME, `${n(twice)} courriels deux fois, ${AT_A_TIME} au plus`),
    ],
  };
}
