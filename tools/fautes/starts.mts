import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { CHECKOUT } from '../checkout.mts';
import { type Bench, databaseAt, type Finding } from './bench.mts';

function launch(program: string, databaseUrl: string, args: string[] = [], demo = false): ChildProcess {
  const env = { ...process.env, DATABASE_URL: databaseUrl, MODE_DEMO: String(demo), LOG_LEVEL: 'silent' };
  return spawn(process.execPath, [join(CHECKOUT, `dist/api/${program}.cjs`), ...args], {
    cwd: CHECKOUT,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

const ended = async (child: ChildProcess): Promise<number> => ((await once(child, 'exit')) as [number | null])[0] ?? 1;

async function emptyDatabase(bench: Bench, name: string): Promise<pg.Client> {
  await bench.pool.query(`create database ${name}`);
  const client = new pg.Client({ connectionString: databaseAt(bench.cluster.url, name) });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

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
  const code = await ended(launch('prepare', address));
  const same = (await printOf(cut)) === (await printOf(whole)) && (await migrationsOf(cut)) === all;
  await Promise.all([whole.end(), cut.end()]);
  return {
    fault: 'R10 change of schema killed at each step',
    done: `${all} migrations, ${kills} kills (kill -9), started again each time`,
    found: same && code === 0 ? 'the same schema as without a kill' : `code ${code}, another schema`,
    held: same && code === 0,
  };
}

/** Two starts at once on an empty database. */
export async function twoStarts(bench: Bench): Promise<Finding> {
  const client = await emptyDatabase(bench, 'deux_fois');
  const address = databaseAt(bench.cluster.url, 'deux_fois');
  const codes = await Promise.all([1, 2].map(() => ended(launch('prepare', address, [], true))));
  const { rows } = await client.query<{ n: number }>('select count(*)::int as n from contrat');
  await client.end();
  return {
    fault: 'Two starts at once on an empty database',
    done: 'two preparations with the demo contrats',
    found: `codes ${codes.join(' and ')}, ${rows[0]?.n} contrats`,
    held: codes.every((code) => code === 0) && rows[0]?.n === 2,
  };
}

/** R11: a backup while people write, brought back elsewhere. */
export async function backupAndBack(bench: Bench): Promise<Finding> {
  const file = join(bench.folder, 'essai.zip');
  await emptyDatabase(bench, 'ramenee').then((client) => client.end());
  const from = performance.now();
  const saved = await ended(launch('pleniere', bench.cluster.url, ['sauvegarder', file]));
  const between = performance.now();
  const restored = await ended(launch('pleniere', databaseAt(bench.cluster.url, 'ramenee'), ['restaurer', file]));
  const seconds = (duration: number): string => (duration / 1000).toFixed(1);
  const size = (statSync(file).size / 1e6).toFixed(1);
  const rows = await bench.count('select count(*) from journal');
  return {
    fault: 'R11 backup, then back in an empty database',
    done: `${rows} entries of the journal, ${size} MB of backup`,
    found: `saved in ${seconds(between - from)} s, back in ${seconds(performance.now() - between)} s; each table equal to its print, every reference verified`,
    held: saved === 0 && restored === 0,
  };
}
