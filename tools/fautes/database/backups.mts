import { existsSync, readdirSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { type Bench, databaseAt, type Finding, unless } from '../bench/bench.mts';
import { emptyDatabase, ended, launch } from '../bench/programs.mts';
import { Writes } from '../bench/writes.mts';
import { n, some } from '../french.mts';
import { fillUp, onSmallDisk } from './small-disk.mts';

/** R11: a backup while people write, brought back elsewhere; refused where the product runs. */
export async function backupAndBack(bench: Bench): Promise<Finding> {
  const file = join(bench.folder, 'essai.zip');
  await emptyDatabase(bench, 'ramenee').then((client) => client.end());
  const writes = new Writes(bench, await bench.login());
  await writes.prepare(4);
  const running = writes.run();
  const from = performance.now();
  const saved = await ended(launch('pleniere', bench.cluster.url, ['sauvegarder', file]));
  const between = performance.now();
  writes.over = true;
  await running;
  const brought = await ended(launch('pleniere', databaseAt(bench.cluster.url, 'ramenee'), ['restaurer', file]));
  const back = performance.now() - between;
  const over = await ended(launch('pleniere', bench.cluster.url, ['restaurer', file]));
  const journals = await ended(launch('pleniere', databaseAt(bench.cluster.url, 'ramenee'), ['verifier-journal']));
  const refused = over.code !== 0 && over.said.length > 0;
  const whole = saved.code === 0 && brought.code === 0 && journals.code === 0;
  return {
    done: `${n(await bench.count('select count(*) from journal'))} entrées au journal, 4 personnes écrivent pendant la sauvegarde, ${n(statSync(file).size / 1e6, 1)} Mo`,
    found: `faite en ${n((between - from) / 1000, 1)} s, ramenée en ${n(back / 1000, 1)} s ; chaque table égale à son empreinte, chaque référence vérifiée, journaux intacts ; refusée sur la base en service : « ${over.said} »`,
    missed: [
      ...unless(whole, `sauvegarde ${saved.code}, retour ${brought.code}, journal ${journals.code} : ${brought.said}`),
      ...unless(refused, 'un refus voulu sur la base en service'),
    ],
  };
}

/** R3: the disk of backups and the temporary folder full: no half file, the product does not need that folder. */
export function fullBackupDisk(bench: Bench): Promise<Finding> {
  return onSmallDisk('8m', async (folder) => {
    const ballast = join(folder, 'ballast');
    fillUp(ballast);
    const file = join(folder, 'sauvegarde.zip');
    const refused = await ended(launch('pleniere', bench.cluster.url, ['sauvegarder', file]));
    const left = readdirSync(folder).filter((name) => name !== 'ballast');

    const api = await bench.replica({ TMPDIR: folder });
    const caller = await bench.login(api.url);
    const contrat = await bench.contrat();
    const fiche = await bench.pool.query<{ id: string }>('select id from fiche where contrat_id = $1 limit 1', [
      contrat,
    ]);
    const files = [
      `fiches/${fiche.rows[0]?.id}.pdf`,
      `fiches/${fiche.rows[0]?.id}.docx`,
      `contrats/${contrat}/exports-valeurs/fichier?contenu=valeurs&format=xlsx`,
      `contrats/${contrat}/echange.json`,
    ];
    const answers = await Promise.all(files.map((path) => fetch(`${api.url}/api/v1/${path}`, { headers: caller })));
    const given = answers.filter(({ status }) => status === 200).length;
    await Promise.all(answers.map((answer) => answer.arrayBuffer()));
    await api.end();

    truncateSync(ballast, 0);
    const again = await ended(launch('pleniere', bench.cluster.url, ['sauvegarder', file]));
    const whole = again.code === 0 && existsSync(file);
    return {
      done: 'une sauvegarde sur un disque de 8 Mo déjà plein ; un processus dont le dossier temporaire est ce disque',
      found: `refusée : « ${refused.said} », ${some(left.length, 'fichier laissé', 'fichiers laissés')} ; ${given} fichiers sur ${files.length} (PDF, Word, tableur, échange) faits sans ce dossier ; ${whole ? 'sauvegarde faite' : 'sauvegarde manquée'} une fois la place rendue`,
      missed: [
        ...unless(refused.code !== 0 && refused.said.includes('place'), 'un refus clair voulu'),
        ...unless(left.length === 0, `${left.join(', ')} laissé`),
        ...unless(given === files.length, `${answers.map(({ status }) => status).join(' ')}`),
        ...unless(whole, `sauvegarde manquée ensuite : ${again.said}`),
      ],
    };
  });
}
