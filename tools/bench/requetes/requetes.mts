import { fork, type ChildProcess } from 'node:child_process';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { build } from '../../launch/build.mts';
import { CHECKOUT } from '../../checkout.mts';
import { freePort } from '../../launch/free-port.mts';
import { startProduct, type Product } from '../../launch/product.mts';
import { startCluster } from '../../postgres/cluster.mts';
import { adresseDe, type Jeu, JEUX, remplir } from '../donnees/remplir.mts';
import { type Cotes, DEMANDES, type Demande, LIBELLES, preparer } from './demandes.mts';
import { enoncesDuProduit } from './enonces.mts';
import { charge, memoireDe, postmasterDe } from './processus.mts';
import { type Cible, mediane, quantile, type Salve, tirer } from './salve.mts';
import { verifier } from './contenu.mts';

// Usage: npm run bench -- requetes [seconds of a burst] [rounds] [requests, as in a,b,c] [parts, as in debit,croissance,tenue]
const [SECONDES = 3, TOURS = 3] = process.argv.slice(2, 4).map(Number);
const CHOISIES = DEMANDES.filter((demande) => (process.argv[4] ?? DEMANDES.join()).split(',').includes(demande));
const PARTIES = (process.argv[5] ?? 'debit,croissance,tenue').split(',');
const DOSSIER = join(CHECKOUT, '.pleniere/bench');
const REPOS_MS = 300;

/** The product and the floor on one database. */
interface Banc {
  cotes: Cotes;
  produit: Product;
  plancher: ChildProcess;
  portPlancher: number;
}

const dire = (ligne = ''): void => void process.stdout.write(`${ligne}\n`);
const rendu = (figure: number, chiffres = 0): string => figure.toFixed(chiffres);
const repos = (): Promise<void> => new Promise((resoudre) => setTimeout(resoudre, REPOS_MS));

async function ouvrir(cluster: string, jeu: Jeu, enonces: Awaited<ReturnType<typeof enoncesDuProduit>>): Promise<Banc> {
  const databaseUrl = adresseDe(cluster, jeu);
  const cotes = await preparer(databaseUrl, JEUX[jeu], enonces);
  const produit = await startProduct({
    databaseUrl,
    host: '127.0.0.1',
    port: await freePort(),
    demo: false,
    logs: false,
  });
  const portPlancher = await freePort();
  const plancher = fork(join(import.meta.dirname, 'plancher.mts'));
  const pret = new Promise((resoudre) => plancher.once('message', resoudre));
  plancher.send({ ...cotes.consigne, port: portPlancher });
  await pret;
  return { cotes, produit, plancher, portPlancher };
}

async function fermer({ cotes, produit, plancher }: Banc): Promise<void> {
  await produit.stop();
  plancher.kill();
  await cotes.fermer();
}

function cibles(banc: Banc, demande: Demande, postmaster: number): [produit: Cible, plancher: Cible] {
  const { cotes, produit, plancher, portPlancher } = banc;
  return [
    { url: produit.url, pid: produit.pid, postmaster, suivant: cotes.produit(demande) },
    { url: `http://127.0.0.1:${portPlancher}`, pid: plancher.pid ?? 0, postmaster, suivant: cotes.plancher(demande) },
  ];
}

/** Bursts of both sides in turn, the first of them changing at each round; a first round warms both up. */
async function alterner(
  paires: readonly Cible[],
  connexions: number,
  relire: () => Promise<void>,
  tours = TOURS,
): Promise<Salve[][]> {
  const salves: Salve[][] = paires.map(() => []);
  for (let tour = -1; tour < tours; tour++) {
    const ordre = paires.map((cible, rang) => ({ cible, rang }));
    for (const { cible, rang } of tour % 2 === 0 ? ordre : ordre.toReversed()) {
      await relire();
      const salve = await tirer(cible, connexions, SECONDES);
      if (tour >= 0) salves[rang]?.push(salve);
      await repos();
    }
  }
  return salves;
}

interface Resume {
  parSeconde: number;
  p50: number;
  p99: number;
  echecs: number;
  serveur: number;
  base: number;
}

function resumer(salves: readonly Salve[]): Resume {
  const milieu = (lire: (salve: Salve) => number) => mediane(salves.map(lire));
  return {
    parSeconde: milieu(({ parSeconde }) => parSeconde),
    p50: milieu(({ latences }) => quantile(latences, 0.5)),
    p99: milieu(({ latences }) => quantile(latences, 0.99)),
    echecs: salves.reduce((somme, { echecs }) => somme + echecs, 0),
    serveur: milieu(({ cpuServeur }) => cpuServeur),
    base: milieu(({ cpuBase }) => cpuBase),
  };
}

async function mesurerDebit(banc: Banc, postmaster: number, connexions: number): Promise<void> {
  dire(`\n### ${connexions} connexions, all of France (load ${charge()})\n`);
  dire('| | op/s | floor | ratio | p50 ms | p99 ms | p99 ÷ p50 | CPU ms API + PostgreSQL | floor | ratio | failed |');
  dire('| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |');
  for (const demande of CHOISIES) {
    const [produit, plancher] = (await alterner(cibles(banc, demande, postmaster), connexions, banc.cotes.relire)).map(
      resumer,
    );
    if (!produit || !plancher) continue;
    const cpu = ({ serveur, base }: Resume) => `${rendu(serveur, 2)} + ${rendu(base, 2)}`;
    const total = ({ serveur, base }: Resume) => serveur + base;
    dire(
      `| ${demande} | ${rendu(produit.parSeconde)} | ${rendu(plancher.parSeconde)} | ${rendu(produit.parSeconde / plancher.parSeconde, 2)} | ${rendu(produit.p50, 1)} | ${rendu(produit.p99, 1)} | ${rendu(produit.p99 / produit.p50, 1)} | ${cpu(produit)} | ${cpu(plancher)} | ${rendu(total(produit) / total(plancher), 2)} | ${produit.echecs} |`,
    );
  }
}

async function mesurerCroissance(petit: Banc, grand: Banc, postmaster: number): Promise<void> {
  dire(`\n### One connection, 60 fiches against 27,000 (load ${charge()})\n`);
  dire('| | p50 ms, 60 | p50 ms, 27,000 | growth | floor |');
  dire('| --- | --- | --- | --- | --- |');
  for (const demande of CHOISIES) {
    const paires = [...cibles(petit, demande, postmaster), ...cibles(grand, demande, postmaster)];
    const relire = async () => {
      await petit.cotes.relire();
      await grand.cotes.relire();
    };
    const [pp = 0, fp = 0, pg = 0, fg = 0] = (await alterner(paires, 1, relire)).map((salves) => resumer(salves).p50);
    dire(`| ${demande} | ${rendu(pp, 2)} | ${rendu(pg, 2)} | × ${rendu(pg / pp, 2)} | × ${rendu(fg / fp, 2)} |`);
  }
}

async function tenir(banc: Banc, postmaster: number): Promise<void> {
  dire(`\n### 200 connections against 50 (load ${charge()})\n`);
  dire('| | op/s at 50 | op/s at 200 | ratio | p99 ms at 200 | failed |');
  dire('| --- | --- | --- | --- | --- | --- |');
  for (const demande of CHOISIES) {
    const [cible] = cibles(banc, demande, postmaster);
    const salves: [Salve[], Salve[]] = [[], []];
    for (let tour = 0; tour < TOURS; tour++)
      for (const [rang, connexions] of [50, 200].entries()) {
        await banc.cotes.relire();
        salves[rang]?.push(await tirer(cible, connexions, SECONDES));
      }
    const [a, b] = salves.map(resumer) as [Resume, Resume];
    dire(
      `| ${demande} | ${rendu(a.parSeconde)} | ${rendu(b.parSeconde)} | ${rendu(b.parSeconde / a.parSeconde, 2)} | ${rendu(b.p99)} | ${a.echecs + b.echecs} |`,
    );
  }
}

await build();
const cluster = await startCluster(DOSSIER);
try {
  for (const jeu of Object.keys(JEUX) as Jeu[]) {
    const duree = await remplir(cluster.url, jeu);
    if (duree !== null) dire(`${jeu}: filled in ${rendu(duree / 1000)} s`);
  }
  const postmaster = postmasterDe(DOSSIER);
  const enonces = await enoncesDuProduit();
  dire(
    `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${availableParallelism()} cores (${cpus()[0]?.model ?? ''}), bursts of ${SECONDES} s, ${TOURS} rounds`,
  );
  for (const demande of CHOISIES) dire(`- ${demande}: ${LIBELLES[demande]}`);
  const petit = await ouvrir(cluster.url, 'metropole', enonces);
  const grand = await ouvrir(cluster.url, 'france', enonces);
  try {
    await verifier(petit);
    await verifier(grand);
    dire(`PSS after start: ${rendu(memoireDe(grand.produit.pid))} MB`);
    if (PARTIES.includes('debit')) for (const nombre of [10, 50]) await mesurerDebit(grand, postmaster, nombre);
    if (PARTIES.includes('croissance')) await mesurerCroissance(petit, grand, postmaster);
    if (PARTIES.includes('tenue')) await tenir(grand, postmaster);
    dire(`\nPSS at the end: ${rendu(memoireDe(grand.produit.pid))} MB`);
  } finally {
    await Promise.all([fermer(petit), fermer(grand)]);
  }
} finally {
  await cluster.stop();
}
