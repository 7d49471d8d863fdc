import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { type Bench, databaseAt, type Finding, unless } from '../bench/bench.mts';
import { emptyDatabase, ended, launch } from '../bench/programs.mts';
import { n } from '../french.mts';

// What the schema is made of, in PostgreSQL's own words.
const SCHEMA = `select md5(string_agg(t, E'\\n' order by t)) as print from (
  select concat_ws(' ', table_name, column_name, data_type, is_nullable, column_default) as t
    from information_schema.columns where table_schema = 'public'
  union all select conrelid::regclass || conname || pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace
  union all select indexdef from pg_indexes where schemaname = 'public'
  union all select pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
  union all select definition from pg_views where schemaname = 'public') s`;

async function printOf(client: pg.Client): Promise<string> {
  return (await client.query<{ print: string }>(SCHEMA)).rows[0]?.print ?? '';
}

async function migrationsOf(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ n: number }>(
    `select case when to_regclass('migrations') is null then 0 else (xpath('/row/c/text()', query_to_xml('select count(*) as c from migrations', false, true, '')))[1]::text::int end as n`,
  );
  return rows[0]?.n ?? 0;
}

/** R10: the change of schema killed at each of its steps, each time started again. */
export async function migrationsKilled(bench: Bench): Promise<Finding> {
  const whole = await emptyDatabase(bench, 'entiere');
  await ended(launch('prepare', databaseAt(bench.cluster.url, 'entiere')));
  const all = await migrationsOf(whole);
  const cut = await emptyDatabase(bench, 'coupee');
  const address = databaseAt(bench.cluster.url, 'coupee');
  let kills = 0;
  for (let step = 0; step < all; step++) {
    const run = launch('prepare', address);
    const over = ended(run);
    while ((await migrationsOf(cut)) < step && run.exitCode === null) await wait(1);
    if (run.exitCode === null && run.kill('SIGKILL')) kills += 1;
    await over;
  }
  const { code } = await ended(launch('prepare', address));
  const same = (await printOf(cut)) === (await printOf(whole)) && (await migrationsOf(cut)) === all;
  await Promise.all([whole.end(), cut.end()]);
  return {
    done: `${n(all)} migrations, ${n(kills)} arrêts brutaux, relancées à chaque fois`,
    found: same && code === 0 ? 'le même schéma que sans arrêt' : `code ${code}, schéma différent`,
    missed: unless(same && code === 0, 'le même schéma voulu'),
  };
}

/** R10: two starts at once on an empty database. */
export async function twoStarts(bench: Bench): Promise<Finding> {
  const client = await emptyDatabase(bench, 'deux_fois');
  const address = databaseAt(bench.cluster.url, 'deux_fois');
  const demo = { MODE_DEMO: 'true' };
  const ends = await Promise.all([1, 2].map(() => ended(launch('prepare', address, [], demo))));
  const codes = ends.map(({ code }) => code);
  const { rows } = await client.query<{ n: number }>('select count(*)::int as n from contrat');
  await client.end();
  const right = codes.every((code) => code === 0) && rows[0]?.n === 2;
  return {
    done: 'deux préparations avec les contrats de démonstration',
    found: `codes ${codes.join(' et ')}, ${rows[0]?.n} contrats`,
    missed: unless(right, 'deux réussites et deux contrats voulus'),
  };
}
