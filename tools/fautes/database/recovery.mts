import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { adminUrl, connected, copyCluster, startCopy } from '../../postgres/copy.mts';
import { serverUser } from '../../postgres/server-user.mts';
import { type Bench, type Finding, unless } from '../bench/bench.mts';
import { ended, launch } from '../bench/programs.mts';
import { Writes } from '../bench/writes.mts';
import { n, some } from '../french.mts';

/** Says this to the cluster of the bench as its superuser; gives the one word that it answers. */
async function say(folder: string, ...texts: string[]): Promise<string> {
  const admin = await connected(adminUrl(folder));
  if (!admin) throw new Error('PostgreSQL ne répond pas');
  let word = '';
  for (const text of texts) {
    const { rows } = await admin.query<{ mot: string }>(text);
    word = rows[0]?.mot ?? '';
  }
  await admin.end();
  return word;
}

/** Has the cluster of the bench start again, which its launcher does by itself. */
async function restart(folder: string): Promise<void> {
  const pidFile = join(folder, 'data/postmaster.pid');
  const [pid = ''] = readFileSync(pidFile, 'utf8').split('\n');
  process.kill(Number(pid), 'SIGINT');
  for (let tries = 0; tries < 600; tries++) {
    await wait(50);
    // Its file of the process is gone until the next one has begun.
    const admin = existsSync(pidFile) ? await connected(adminUrl(folder)) : null;
    await admin?.end();
    if (admin) return;
  }
  throw new Error('PostgreSQL ne revient pas');
}

/** R11: a base copy and the archive of what is written since: the database as it was between two writes. */
export async function backToAMoment(bench: Bench): Promise<Finding> {
  const folder = join(bench.folder, 'postgres');
  const archive = join(bench.folder, 'archives');
  const restored = join(bench.folder, 'retour');
  const user = serverUser();
  mkdirSync(archive);
  if (user) chownSync(archive, user.uid, user.gid);
  await say(
    folder,
    `alter system set archive_mode = on`,
    `alter system set archive_command = 'test ! -f "${archive}/%f" && cp "%p" "${archive}/%f"'`,
  );
  await restart(folder);
  await copyCluster(folder, restored);

  const caller = await bench.login();
  const [before, after] = [new Writes(bench, caller), new Writes(bench, caller)];
  await before.prepare(4);
  await before.run(40);
  await wait(500);
  const moment = await say(folder, 'select clock_timestamp()::text as mot');
  await wait(500);
  await after.prepare(4);
  await after.run(40);
  const last = await say(folder, 'select pg_walfile_name(pg_switch_wal()) as mot');
  for (let tries = 0; !readdirSync(archive).includes(last) && tries < 200; tries++) await wait(100);

  const from = performance.now();
  const copy = await startCopy(folder, restored, 'recovery.signal', [
    `restore_command=cp "${archive}/%f" "%p"`,
    `recovery_target_time=${moment}`,
    'recovery_target_action=promote',
    'archive_mode=off',
  ]);
  try {
    const client = await connected(copy.url);
    for (;;) {
      const said = await client?.query<{ recovers: boolean }>('select pg_is_in_recovery() as recovers');
      if (said?.rows[0]?.recovers === false) break;
      await wait(50);
    }
    const seconds = (performance.now() - from) / 1000;
    await client?.end();
    const there = await before.account(copy.url);
    const gone = await after.account(copy.url);
    const journals = await ended(launch('pleniere', copy.url, ['verifier-journal']));
    const kept = there.acknowledged - there.lost;
    const undone = gone.lost;
    return {
      done: `${n(there.acknowledged)} écritures, un instant noté, ${n(gone.acknowledged)} écritures ; copie de base et ${some(readdirSync(archive).length, 'fichier archivé', 'fichiers archivés')} ramenés à cet instant`,
      found: `ramenée en ${n(seconds, 1)} s : ${n(kept)} écritures d'avant l'instant sur ${n(there.acknowledged)}, ${n(gone.acknowledged - undone)} d'après ; ${journals.code === 0 ? 'journaux intacts' : 'journal rompu'}`,
      missed: [
        ...unless(there.lost + there.half + there.double === 0, `${n(there.lost)} écriture d'avant manque`),
        ...unless(undone === gone.acknowledged, `${n(gone.acknowledged - undone)} écriture d'après est là`),
        ...unless(journals.code === 0, 'journaux intacts voulus'),
      ],
    };
  } finally {
    await copy.stop();
    await say(folder, 'alter system reset archive_mode', 'alter system reset archive_command');
    await restart(folder);
  }
}
