import { join } from 'node:path';
import { run } from '../checkout.mts';

/** What each bench measures. */
const BANCS: Readonly<Record<string, { fichier: string; mesure: string }>> = {
  requetes: {
    fichier: 'requetes/requetes.mts',
    mesure: 'five requests against the floor, in one contrat and in all of France',
  },
  demarrage: { fichier: 'requetes/demarrage.mts', mesure: 'start, stop under load, memory' },
  web: { fichier: 'web/web.mts', mesure: 'weight and speed of the pages in a browser' },
  grille: { fichier: 'grille.mts', mesure: 'the grid of values and a paste of 500 cells' },
  journal: { fichier: 'journal.mts', mesure: 'journaled writes, with the seals and without' },
  livre: { fichier: 'livre.mts', mesure: 'the book of an arrêté, against a browser that prints' },
  pdf: { fichier: 'pdf.mts', mesure: 'the PDF of a fiche' },
  votes: { fichier: 'votes/votes.mts', mesure: 'votes of residents, and their recount' },
};

const [nom = '', ...reste] = process.argv.slice(2);
const banc = BANCS[nom];
if (banc) {
  process.exitCode = await run(process.execPath, [join(import.meta.dirname, banc.fichier), ...reste]);
} else {
  const lignes = Object.entries(BANCS).map(([cle, { mesure }]) => `  ${cle.padEnd(10)} ${mesure}`);
  process.stdout.write(`npm run bench -- <name> [arguments], among:\n${lignes.join('\n')}\n`);
}
