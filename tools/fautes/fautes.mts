import { existsSync, readFileSync, writeFileSync } from 'node:fs';
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

\`npm run fautes\` rejoue ces pannes sur le produit construit, avec un PostgreSQL durable à lui ; \`npm run fautes -- R3 R6\` n’en rejoue que
quelques-unes, et \`--ecrire\` garde ici ce qui est trouvé. \`KILLS\`, \`SAVES\` et \`SECONDS\` les rendent plus longues. Une panne dont le but n’est pas
tenu fait échouer la commande. Rien de ce qui a été accepté ne doit manquer ni être fait deux fois ; le service revient sans personne.

Les durées sont celles d’une machine de deux cœurs que d’autres travaux occupaient : elles seraient plus courtes ailleurs, les comptes seraient les mêmes.

`;

const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const chosen = FAULTS.filter(([name]) => wanted.length === 0 || wanted.includes(name));
const findings: Finding[] = [];
const inOrder = new Intl.Collator('fr', { numeric: true }).compare;
await build(['api']);
const bench = await Bench.open();
try {
  for (const [name, run] of chosen) {
    const finding = await run(bench).catch((error: unknown): Finding => {
      return { fault: name, done: 'stopped half way', found: String(error), held: false };
    });
    findings.push(finding);
    process.stdout.write(
      `${finding.held ? 'held  ' : 'MISSED'} ${finding.fault}\n       ${finding.done}\n       ${finding.found}\n`,
    );
  }
} finally {
  await bench.close();
}
if (process.argv.includes('--ecrire')) {
  const document = join(CHECKOUT, 'docs/fiabilite.md');
  const day = new Date().toISOString().slice(0, 10);
  // What was not run this time stays as it was found before.
  const before = existsSync(document) ? readFileSync(document, 'utf8').split('\n') : [];
  const rows = new Map(
    before.filter((line) => /\d{4}-\d\d-\d\d \|$/.test(line)).map((line) => [(line.split('|')[1] ?? '').trim(), line]),
  );
  for (const { fault, done, found, held } of findings) {
    rows.set(fault, `| ${fault} | ${done} | ${found} | ${held ? 'oui' : '**non**'} | ${day} |`);
  }
  const table = [
    '| Panne | Ce qui est fait | Ce qui est trouvé | Tenu | Mesuré le |',
    '| --- | --- | --- | --- | --- |',
    ...[...rows.values()].sort(inOrder),
  ];
  writeFileSync(document, await format(`${HEAD}${table.join('\n')}\n`, { parser: 'markdown', printWidth: 140 }));
}
process.exitCode = findings.every(({ held }) => held) ? 0 : 1;
