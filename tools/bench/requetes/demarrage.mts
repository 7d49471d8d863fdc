import { Agent, get } from 'node:http';
import { join } from 'node:path';
import { setTimeout as attendre } from 'node:timers/promises';
import { CHECKOUT } from '../../checkout.mts';
import { build } from '../../launch/build.mts';
import { freePort } from '../../launch/free-port.mts';
import { type Product, startProduct } from '../../launch/product.mts';
import { startCluster } from '../../postgres/cluster.mts';
import { adresseDe, JEUX, remplir } from '../donnees/remplir.mts';
import { preparer } from './demandes.mts';
import { enoncesDuProduit } from './enonces.mts';
import { charge, cpuDe, memoireDe, postmasterDe } from './processus.mts';
import { type Appel, mediane, tirer } from './salve.mts';

// Usage: npm run bench -- demarrage [seconds of load] [starts]
const [SECONDES = 60, DEPARTS = 5] = process.argv.slice(2, 4).map(Number);
const DOSSIER = join(CHECKOUT, '.pleniere/bench');
const CONNEXIONS = 50;
const CLIENTS_A_L_ARRET = 10;

const dire = (ligne: string): void => void process.stdout.write(`${ligne}\n`);

/** One request: whether it was answered whole. */
function demander(url: string, { path, headers }: Appel, agent: Agent): Promise<boolean> {
  return new Promise((resoudre) => {
    get(`${url}${path}`, { headers, agent }, (reponse) => {
      reponse.on('error', () => resoudre(false));
      reponse.on('end', () => resoudre(reponse.complete && reponse.statusCode === 200));
      reponse.resume();
    }).on('error', () => resoudre(false));
  });
}

/** Stops the product under load: how long it takes, how many requests were under way then, and how many were cut. */
async function arreterSousCharge(produit: Product, suivant: () => Appel) {
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS_A_L_ARRET });
  let arret = Infinity;
  const [enCours, coupees] = [{ nombre: 0 }, { nombre: 0 }];
  const client = async (): Promise<void> => {
    while (performance.now() < arret) {
      const entiere = await demander(produit.url, suivant(), agent);
      if (performance.now() < arret) continue;
      enCours.nombre++;
      if (!entiere) coupees.nombre++;
    }
  };
  const clients = Array.from({ length: CLIENTS_A_L_ARRET }, client);
  await attendre(2_000);
  arret = performance.now();
  await produit.stop();
  const duree = performance.now() - arret;
  await Promise.all(clients);
  agent.destroy();
  return { duree, enCours: enCours.nombre, coupees: coupees.nombre };
}

await build();
const cluster = await startCluster(DOSSIER);
try {
  await remplir(cluster.url, 'france');
  const databaseUrl = adresseDe(cluster.url, 'france');
  const cotes = await preparer(databaseUrl, JEUX.france, await enoncesDuProduit());
  const lancer = async () =>
    startProduct({ databaseUrl, host: '127.0.0.1', port: await freePort(), demo: false, logs: false });
  const departs: { duree: number; cpu: number; memoire: number }[] = [];
  for (let rang = 0; rang <= DEPARTS; rang++) {
    const debut = performance.now();
    const produit = await lancer();
    const depart = { duree: performance.now() - debut, cpu: cpuDe(produit.pid), memoire: memoireDe(produit.pid) };
    // The first start fills the cache of compiled code.
    if (rang > 0) departs.push(depart);
    await produit.stop();
  }
  const milieu = (lire: (depart: (typeof departs)[number]) => number) => mediane(departs.map(lire)).toFixed(0);
  dire(`load ${charge()}`);
  dire(
    `start to first answer, median of ${DEPARTS}: ${milieu(({ duree }) => duree)} ms, CPU ${milieu(({ cpu }) => cpu)} ms, PSS then ${milieu(({ memoire }) => memoire)} MB`,
  );

  const produit = await lancer();
  const cible = { url: produit.url, pid: produit.pid, postmaster: postmasterDe(DOSSIER), suivant: cotes.produit('b') };
  await attendre(5_000);
  const memoires = [memoireDe(produit.pid)];
  for (let moitie = 0; moitie < 2; moitie++) {
    const { echecs, parSeconde } = await tirer(cible, CONNEXIONS, SECONDES / 2);
    memoires.push(memoireDe(produit.pid));
    dire(`${CONNEXIONS} connections for ${SECONDES / 2} s: ${parSeconde.toFixed(0)} requests/s, ${echecs} failed`);
  }
  dire(`PSS idle, at half, at the end: ${memoires.map((mo) => mo.toFixed(0)).join(', ')} MB`);
  const { duree, enCours, coupees } = await arreterSousCharge(produit, cotes.produit('b'));
  dire(`SIGTERM under load: stopped in ${duree.toFixed(0)} ms; ${enCours} requests under way, ${coupees} cut`);
  await cotes.fermer();
} finally {
  await cluster.stop();
}
