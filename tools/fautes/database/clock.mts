import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Bench, type Finding, unless } from '../bench/bench.mts';
import { ended, launch } from '../bench/programs.mts';
import { until } from '../bench/until.mts';
import { Writes } from '../bench/writes.mts';
import { n } from '../french.mts';

// Debian's package libfaketime; LIBFAKETIME says where another one is.
const LIBRARY = process.env['LIBFAKETIME'] ?? '/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1';
const WHO = 'sophie.lebreuil@exemple.fr';
const BEFORE_S = 10;

/** An instant that is crossed, and the day whose end it is in Paris, if it is one. */
type Crossing = { what: string; at: string; endOf: string | null };

const CROSSINGS: Crossing[] = [
  { what: 'l’heure qui n’existe pas (28 mars 2027)', at: '2027-03-28T01:00:00Z', endOf: null },
  { what: 'la fin du jour de 23 heures', at: '2027-03-28T22:00:00Z', endOf: '2027-03-28' },
  { what: 'l’heure qui vient deux fois (31 octobre 2027)', at: '2027-10-31T01:00:00Z', endOf: null },
  { what: 'la fin du jour de 25 heures', at: '2027-10-31T23:00:00Z', endOf: '2027-10-31' },
  { what: 'l’entrée dans le 29 février 2028', at: '2028-02-28T23:00:00Z', endOf: '2028-02-28' },
  { what: 'la sortie du 29 février 2028', at: '2028-02-29T23:00:00Z', endOf: '2028-02-29' },
  { what: 'le passage de 2030 à 2031', at: '2030-12-31T23:00:00Z', endOf: '2030-12-31' },
];

/** R9: the clock of the product and of PostgreSQL put before each instant that has ever surprised a program, then left to pass it. */
export async function clockChanges(): Promise<Finding> {
  if (!existsSync(LIBRARY)) return { done: 'rien', found: 'libfaketime n’est pas installé', missed: ['non mesuré'] };
  const folder = mkdtempSync(join(tmpdir(), 'pleniere-fautes-heure-'));
  // PostgreSQL runs under an account of its own, which must read it.
  chmodSync(folder, 0o755);
  const file = join(folder, 'decalage');
  const settings = {
    LD_PRELOAD: LIBRARY,
    FAKETIME_TIMESTAMP_FILE: file,
    FAKETIME_CACHE_DURATION: '1',
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
  };
  writeFileSync(file, '+0s', { mode: 0o644 });
  // PostgreSQL and the product are started with what this process has in its environment.
  const before = { ...process.env };
  Object.assign(process.env, settings);
  try {
    const bench = await Bench.open(mkdtempSync(join(tmpdir(), 'pleniere-fautes-')));
    try {
      return await crossAll(bench, (instant) => {
        writeFileSync(file, `+${Math.round((Date.parse(instant) - Date.now()) / 1000)}s`);
      });
    } finally {
      await bench.close();
    }
  } finally {
    process.env = before;
    rmSync(folder, { recursive: true, force: true });
  }
}

const secondsFrom = (instant: string, seconds: number): string =>
  new Date(Date.parse(instant) + seconds * 1000).toISOString();

async function crossAll(bench: Bench, set: (instant: string) => void): Promise<Finding> {
  const wrong: string[] = [];
  for (const crossing of CROSSINGS) {
    set(secondsFrom(crossing.at, -BEFORE_S));
    // The time that a process keeps the former clock.
    await wait(1_500);
    wrong.push(...(await cross(bench, crossing)).map((said) => `${crossing.what} : ${said}`));
  }
  const last = CROSSINGS.at(-1)?.at ?? '';
  set(secondsFrom(last, -3_600));
  await wait(1_500);
  const writes = new Writes(bench, await bench.login());
  await writes.prepare(1);
  await writes.run(5);
  wrong.push(
    ...unless(writes.count((status) => status !== 200) === 0, 'horloge reculée d’une heure : écriture refusée'),
  );
  set(secondsFrom(last, 3_600));
  const jobs = `select count(*) from pgboss.job where name = 'documents-repris' and state = 'completed' and completed_on > $1`;
  const alive = await until(async () => (await bench.count(jobs, [secondsFrom(last, 3_600)])) > 0, 150_000);
  wrong.push(...unless(alive, 'les tâches de chaque minute ne reprennent pas'));
  const journals = await ended(launch('pleniere', bench.cluster.url, ['verifier-journal']));
  wrong.push(...unless(journals.code === 0, 'le journal est rompu'));
  return {
    done: `l'horloge de Plénière et de PostgreSQL menée devant ${CROSSINGS.map(({ what }) => what).join(', ')}, puis reculée d'une heure`,
    found:
      wrong.length === 0
        ? 'une session ouverte le reste, les écritures sont au bon jour de Paris, un mandat vaut jusqu’à la fin de son dernier jour et pas au-delà, les tâches reprennent, les journaux sont intacts'
        : wrong.join(' ; '),
    missed: unless(wrong.length === 0, `${n(wrong.length)} cas faux`),
  };
}

async function cross(bench: Bench, { at, endOf }: Crossing): Promise<string[]> {
  const status = async (headers: Record<string, string>): Promise<number> =>
    (await fetch(`${bench.api.url}/api/v1/session`, { headers })).status;
  if (endOf !== null) {
    await bench.pool.query(
      `update mandat set du = '2024-01-01', au = $2 where personne_id = (select personne_id from compte where email = $1)`,
      [WHO, endOf],
    );
  }
  const caller = await bench.login();
  const ending = await bench.login(bench.api.url, WHO).catch(() => null);
  const writes = new Writes(bench, caller);
  const [fiche = ''] = await writes.prepare(1);
  await writes.run(1);
  const before = ending === null ? 0 : await status(ending);
  const passed = `select extract(epoch from now() - $1::timestamptz)`;
  await until(async () => (await bench.count(passed, [at])) > 1.5, 30_000);
  await writes.run(2);
  const days = await bench.pool.query<{ right: boolean }>(
    `select bool_and(case when quand < $2::timestamptz then true else
       (quand at time zone 'Europe/Paris')::date = ($2::timestamptz at time zone 'Europe/Paris')::date end)
       and count(*) = 2 and bool_or(quand < $2::timestamptz) and bool_or(quand >= $2::timestamptz) as right
     from journal where fiche_id = $1 and champ = 'titreCourt'`,
    [fiche, at],
  );
  const after = ending === null ? 0 : await status(ending);
  return [
    ...unless((await status(caller)) === 200, 'la session se ferme'),
    ...unless(writes.count((given) => given !== 200) === 0, 'une écriture est refusée'),
    ...unless(days.rows[0]?.right ?? false, 'une écriture n’est pas à son jour'),
    ...unless(endOf === null || before === 200, 'le mandat finit avant la fin de son dernier jour'),
    ...unless(endOf === null || after !== 200, 'le mandat dure après son dernier jour'),
  ];
}
