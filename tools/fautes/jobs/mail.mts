import { type Bench, type Finding, unless } from '../bench/bench.mts';
import { until } from '../bench/until.mts';
import { n } from '../french.mts';
import { PostOffice, send, sentOf } from './post-office.mts';

const LETTERS = 10;
const TRIES = 4;

const TRIED = `select min(essais) from courriel where id = any($1)`;

// How long the queue lets pass before the next try, once each of them has failed.
const WAITS = `
  select case when count(*) = cardinality($1::text[]) then round(extract(epoch from avg(start_after - now()))) else 0 end
  from pgboss.job where name = 'courriel' and state = 'retry' and start_after > now() and data ->> 'id' = any($1::text[])`;

// The next try is not waited for: it is brought to now.
const NOW = `update pgboss.job set start_after = now() where name = 'courriel' and state = 'retry'`;

/** The mail server away for several tries, then back: nothing is lost, each e-mail leaves once, tries are further and further apart. */
export async function postOfficeGone(bench: Bench): Promise<Finding> {
  const office = new PostOffice();
  await office.open();
  await office.close();
  // Nobody else takes e-mails meanwhile.
  await bench.api.end();
  const api = await bench.replica({ SMTP_URL: office.url });
  const caller = await bench.login(api.url);
  const ids = await send(bench, api.url, caller, 'absent', LETTERS);
  const waits: number[] = [];
  for (let tried = 1; tried <= TRIES; tried++) {
    const done = await until(async () => (await bench.count(TRIED, [ids])) >= tried, 60_000);
    if (!done) break;
    await until(async () => (await bench.count(WAITS, [ids])) > 0, 20_000);
    waits.push(await bench.count(WAITS, [ids]));
    await bench.pool.query(NOW);
  }
  const gone = office.accepted.length;
  await office.open();
  const [late = ''] = await send(bench, api.url, caller, 'revenu', 1);
  await bench.pool.query(NOW);
  const all = await until(async () => (await sentOf(bench, [...ids, late])) === LETTERS + 1, 90_000);
  await api.end();
  await office.close();
  await bench.api.start();
  const { different, again } = office.counted;
  const growing = waits.length === TRIES && waits.every((wait, rank) => rank === 0 || wait > (waits[rank - 1] ?? 0));
  return {
    done: `${LETTERS} courriels demandés sans serveur, ${TRIES} essais dont l'attente est abrégée, puis le serveur revient`,
    found: `${n(gone)} parti pendant l'absence ; attentes prévues entre les essais : ${waits.map((wait) => n(wait)).join(', ')} s ; ensuite ${n(different)} reçus sur ${LETTERS + 1}, ${n(again)} en double`,
    missed: [
      ...unless(all && different === LETTERS + 1 && again === 0, 'chacun une fois voulu'),
      ...unless(growing, 'des attentes de plus en plus longues voulues'),
    ],
  };
}
