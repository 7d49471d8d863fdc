import { build } from './build.mts';
import { CHECKOUT } from '../checkout.mts';
import { freePort } from './free-port.mts';
import { startCluster, type Cluster } from '../postgres/cluster.mts';
import { dataFolder } from '../postgres/folder.mts';
import { serverUser } from '../postgres/server-user.mts';
import { prepareDatabase, startProduct, type Product, type ProductOptions } from './product.mts';

type DemoAccount = { email: string; motDePasse: string; nom: string; fonction: string };

const USUAL_PORT = 4300;
const SHORTEST_LIFE_MS = 5_000;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

async function database(): Promise<Cluster> {
  const external = process.env['DATABASE_URL'];
  if (external) return { url: external, stop: () => Promise.resolve() };
  const folder = dataFolder(CHECKOUT, serverUser());
  if (!folder.startsWith(CHECKOUT)) say(`Ce dossier ne peut pas recevoir les données : elles sont dans ${folder}.`);
  return startCluster(folder);
}

async function choosePort(): Promise<number> {
  const wanted = Number(process.env['PORT'] || USUAL_PORT);
  if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65_535) {
    throw new Error('PORT : un nombre entier de 0 à 65535 est attendu.');
  }
  const port = await freePort(wanted);
  if (wanted !== 0 && port !== wanted)
    say(`Le port ${wanted} est déjà pris : ce sera le ${port} (PORT=… pour en choisir un autre).`);
  return port;
}

async function announce(url: string, demo: boolean): Promise<void> {
  say(`\nPlénière est prête : ${url}\n`);
  const response = demo ? await fetch(`${url}/api/v1/demo/comptes`) : null;
  if (response?.ok) {
    const accounts = (await response.json()) as DemoAccount[];
    const width = Math.max(...accounts.map(({ email }) => email.length));
    say('Comptes de démonstration (adresse, mot de passe, qui) :');
    for (const { email, motDePasse, nom, fonction } of accounts) {
      say(`  ${email.padEnd(width)}  ${motDePasse}  ${nom}, ${fonction}`);
    }
    say('');
  }
  say('Ctrl-C pour arrêter. Les données restent pour la prochaine fois.\n');
}

/** Serves until asked to stop; an API that dies by accident after a normal life is started again. */
async function serve(options: ProductOptions, stopAsked: Promise<'stop'>): Promise<void> {
  for (let first = true; ; first = false) {
    const product: Product = await startProduct(options);
    if (first) await announce(product.url, options.demo);
    const started = Date.now();
    if ((await Promise.race([stopAsked, product.ended])) === 'stop') return product.stop();
    if (Date.now() - started < SHORTEST_LIFE_MS) throw new Error('L’API s’est arrêtée aussitôt lancée.');
    say('L’API s’est arrêtée d’elle-même : redémarrage.');
  }
}

async function main(): Promise<void> {
  // Whoever reads what is said may leave first (`npm start | head`).
  process.stdout.on('error', () => undefined);
  const stopAsked = new Promise<'stop'>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve('stop'));
  });
  await build();
  const cluster = await database();
  try {
    // Demo accounts have public passwords: an external database gets them only when asked for.
    const demo = (process.env['MODE_DEMO'] || String(!process.env['DATABASE_URL'])) === 'true';
    const host = process.env['HOST'] || '127.0.0.1';
    const options = {
      databaseUrl: cluster.url,
      host,
      port: await choosePort(),
      demo,
      logs: process.env['LOG_LEVEL'] !== undefined,
    };
    await prepareDatabase(options);
    await serve(options, stopAsked);
    say('Plénière est arrêtée.');
  } finally {
    await cluster.stop();
  }
}

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
