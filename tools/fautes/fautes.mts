import { build } from '../launch/build.mts';
import { Bench, type Finding } from './bench/bench.mts';
import { manyWriters, sameField } from './clients/concurrency.mts';
import { clientGone } from './clients/gone.mts';
import { hostileBodies } from './clients/hostile.mts';
import { longLoad } from './clients/load.mts';
import { slowClients } from './clients/slow.mts';
import { backupAndBack, fullBackupDisk } from './database/backups.mts';
import { clockChanges } from './database/clock.mts';
import { fullDisk } from './database/full-disk.mts';
import { cutsOfPostgres, killsOfTheApi } from './database/kills.mts';
import { slowNetwork } from './database/network.mts';
import { backToAMoment } from './database/recovery.mts';
import { migrationsKilled, twoStarts } from './database/starts.mts';
import { french } from './french.mts';
import { jobsKilled } from './jobs/killed.mts';
import { postOfficeGone } from './jobs/mail.mts';
import { rollingRestart, twoReplicas } from './replicas/replicas.mts';
import { standby } from './replicas/standby.mts';
import { keep, lineOf } from './table.mts';

type Fault = { name: string; title: string; run: (bench: Bench) => Promise<Finding> };

// Usage: npm run fautes, or npm run fautes -- R3 R6 for some of them; --ecrire keeps the table in docs/fiabilite.md.
const FAULTS: Fault[] = [
  { name: 'R1', title: 'R1 : API tuée (kill -9) pendant qu’elle écrit', run: killsOfTheApi },
  { name: 'R2', title: 'R2 : PostgreSQL redémarré, tué, un de ses processus tué', run: cutsOfPostgres },
  { name: 'R2', title: 'R2 : réseau lent, puis muet, entre Plénière et PostgreSQL', run: slowNetwork },
  { name: 'R3', title: 'R3 : disque de la base plein', run: fullDisk },
  { name: 'R3', title: 'R3 : disque des sauvegardes et dossier temporaire pleins', run: fullBackupDisk },
  { name: 'R4', title: 'R4 : un même champ écrit par 200 personnes', run: sameField },
  { name: 'R5', title: 'R5 : 50 écritures à la fois, 10 connexions', run: (bench) => manyWriters(bench, 50) },
  { name: 'R5', title: 'R5 : 200 écritures à la fois, 10 connexions', run: (bench) => manyWriters(bench, 200) },
  { name: 'R6', title: 'R6 : demandes à moitié envoyées, lecteurs lents d’un gros fichier', run: slowClients },
  { name: 'R7', title: 'R7 : corps et adresses hostiles', run: hostileBodies },
  { name: 'R8', title: 'R8 : navigateur parti pendant que sa demande attend', run: clientGone },
  { name: 'R9', title: 'R9 : changements d’heure, 29 février, fin des contrats', run: clockChanges },
  { name: 'R10', title: 'R10 : changement de schéma tué à chaque étape', run: migrationsKilled },
  { name: 'R10', title: 'R10 : deux démarrages à la fois sur une base vide', run: twoStarts },
  { name: 'R11', title: 'R11 : sauvegarde, puis retour dans une base vide', run: backupAndBack },
  { name: 'R11', title: 'R11 : retour à un instant entre deux écritures', run: backToAMoment },
  { name: 'R12', title: 'R12 : lectures et écritures ensemble, 50 connexions', run: longLoad },
  { name: 'taches', title: 'Livre, export et courriels tués à moitié faits (kill -9)', run: jobsKilled },
  { name: 'courriels', title: 'Serveur de courriel absent, puis revenu', run: postOfficeGone },
  { name: 'repliques', title: 'Deux processus, sans session attachée à l’un d’eux', run: twoReplicas },
  { name: 'repliques', title: 'Redémarrage de deux processus l’un après l’autre', run: rollingRestart },
  { name: 'secours', title: 'Lectures par un PostgreSQL de secours', run: standby },
];

const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const titles = FAULTS.map(({ title }) => title);
const lines = new Map<string, string>();
let missed = 0;
await build(['api']);
const bench = await Bench.open();
try {
  for (const { name, title, run } of FAULTS) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const from = performance.now();
    const finding = await run(bench).catch((error: unknown): Finding => {
      return { done: 'interrompu', found: String(error), missed: ['non mené à son terme'] };
    });
    lines.set(french(title), lineOf(title, finding));
    if (process.argv.includes('--ecrire')) await keep(lines, titles);
    missed += finding.missed.length;
    const seconds = Math.round((performance.now() - from) / 1000);
    const told = [finding.done, finding.found, ...finding.missed.map((goal) => `MANQUÉ : ${goal}`)];
    process.stdout.write(french([`${title} (${seconds} s)`, ...told, ''].join('\n       ')));
  }
} finally {
  await bench.close();
}
process.exitCode = missed === 0 ? 0 : 1;
