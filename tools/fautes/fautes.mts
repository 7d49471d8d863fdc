import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { format } from 'prettier';
import { CHECKOUT } from '../checkout.mts';
import { build } from '../launch/build.mts';
import { Bench, type Finding } from './bench.mts';
import { clientGone, hostileBodies, slowClients } from './clients.mts';
import { manyWriters, sameField } from './concurrency.mts';
import { fullDisk } from './full-disk.mts';
import { cutsOfPostgres, killsOfTheApi } from './kills.mts';
import { longLoad } from './load.mts';
import { rollingRestart, standby, twoReplicas } from './replicas.mts';
import { backupAndBack, migrationsKilled, twoStarts } from './starts.mts';

// Usage: npm run fautes, or npm run fautes -- R3 R6 for some of them. KILLS, SAVES and SECONDS make it longer; --ecrire
// keeps the table in docs/fiabilite.md.
const FAULTS: [name: string, run: (bench: Bench) => Promise<Finding>][] = [
  ['R1', killsOfTheApi],
  ['R2', cutsOfPostgres],
  ['R3', fullDisk],
  ['R4', sameField],
  ['R5', (bench) => manyWriters(bench, 50)],
  ['R5', (bench) => manyWriters(bench, 200)],
  ['R6', slowClients],
  ['R7', hostileBodies],
  ['R8', clientGone],
  ['R10', migrationsKilled],
  ['R10', twoStarts],
  ['R11', backupAndBack],
  ['R12', longLoad],
  ['repliques', twoReplicas],
  ['repliques', rollingRestart],
  ['secours', standby],
];

const HEAD = `# Fiabilité : ce que Plénière supporte, mesuré

\`npm run fautes -- --ecrire\` rejoue ces pannes sur le produit construit, avec un PostgreSQL durable à lui, et réécrit ce tableau ;
\`npm run fautes -- R3 R6\` n’en rejoue que quelques-unes. \`KILLS\`, \`SAVES\` et \`SECONDS\` les rendent plus longues. Une panne dont le but n’est
pas tenu fait échouer la commande.

`;

const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const chosen = FAULTS.filter(([name]) => wanted.length === 0 || wanted.includes(name));
const found: Finding[] = [];
await build(['api']);
const bench = await Bench.open();
try {
  for (const [name, run] of chosen) {
    const finding = await run(bench).catch((error: unknown): Finding => {
      return { fault: name, done: 'stopped half way', found: String(error), held: false };
    });
    found.push(finding);
    process.stdout.write(
      `${finding.held ? 'held  ' : 'MISSED'} ${finding.fault}\n       ${finding.done}\n       ${finding.found}\n`,
    );
  }
} finally {
  await bench.close();
}
if (process.argv.includes('--ecrire')) {
  const lines = found.map(
    ({ fault, done, found, held }) => `| ${fault} | ${done} | ${found} | ${held ? 'oui' : '**non**'} |`,
  );
  const day = new Date().toISOString().slice(0, 10);
  const table = ['| Fault | Done | Found | Held |', '| --- | --- | --- | --- |', ...lines].join('\n');
  const text = `${HEAD}Mesuré le ${day} sur ${availableParallelism()} cœurs partagés.\n\n${table}\n`;
  writeFileSync(join(CHECKOUT, 'docs/fiabilite.md'), await format(text, { parser: 'markdown', printWidth: 140 }));
}
process.exitCode = found.every(({ held }) => held) ? 0 : 1;
