import { type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core';
import { startDemoProduct } from '../launch/demo-product.mts';
import { provideTestPrograms } from '../programs/test-programs.mts';
import { charge } from './requetes/processus.mts';

// Usage: npm run bench -- web
// The built product in Chromium, processor slowed four times, nothing kept from the page before.
const RALENTI = 4;
const EQUIPE = 'claire.vasseur@exemple.fr';
const ATTENTE_MS = 30_000;

interface Vue {
  nom: string;
  chemin: string;
  connecte: boolean;
  /** What is there once the page can be used. */
  repere: string;
  /** A first act of somebody on that page. */
  geste?: (page: Page) => Promise<void>;
}

const VUES: Vue[] = [
  { nom: 'log-in', chemin: '/connexion', connecte: false, repere: 'input[type=password]' },
  { nom: 'home', chemin: '/', connecte: true, repere: 'main h1', geste: (page) => page.keyboard.press('Tab') },
  {
    nom: 'list of fiches',
    chemin: '/fiches',
    connecte: true,
    repere: 'main a[href*="/fiches/"]',
    geste: (page) => page.getByRole('searchbox').first().pressSequentially('santé'),
  },
  { nom: 'one fiche', chemin: '/fiches/T1.1', connecte: true, repere: '#champ-contexte' },
  {
    nom: 'grid of values',
    chemin: '/indicateurs?fiche=T1.1',
    connecte: true,
    repere: 'main [role=gridcell]',
    geste: (page) => page.locator('main [role=gridcell]').nth(3).click(),
  },
  { nom: 'public home', chemin: '/habitants', connecte: false, repere: 'h1' },
];

interface Mesure {
  script: number;
  style: number;
  police: number;
  donnees: number;
  document: number;
  plusGros: number;
  lcp: number;
  interaction: number;
}

const SORTES: Readonly<Record<string, keyof Mesure>> = {
  Script: 'script',
  Stylesheet: 'style',
  Font: 'police',
  XHR: 'donnees',
  Fetch: 'donnees',
  Document: 'document',
};

// Kept by the page itself, from its very beginning.
const OBSERVER = `
  globalThis.mesures = { lcp: 0, interaction: 0 };
  new PerformanceObserver((liste) => { for (const e of liste.getEntries()) mesures.lcp = e.startTime; })
    .observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((liste) => {
    for (const e of liste.getEntries()) if (e.interactionId) mesures.interaction = Math.max(mesures.interaction, e.duration);
  }).observe({ type: 'event', durationThreshold: 16, buffered: true });`;

async function peser(reseau: CDPSession, mesure: Mesure): Promise<void> {
  const sortes = new Map<string, string>();
  reseau.on('Network.responseReceived', ({ requestId, type }) => sortes.set(requestId, type));
  reseau.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const sorte = sortes.get(requestId) ?? '';
    const cle = SORTES[sorte];
    if (cle) mesure[cle] += encodedDataLength;
    if (sorte === 'Script') mesure.plusGros = Math.max(mesure.plusGros, encodedDataLength);
  });
  await reseau.send('Network.enable');
  await reseau.send('Network.setCacheDisabled', { cacheDisabled: true });
  await reseau.send('Emulation.setCPUThrottlingRate', { rate: RALENTI });
}

async function ouvrir(contexte: BrowserContext, url: string, { chemin, repere, geste }: Vue): Promise<Mesure> {
  const page = await contexte.newPage();
  await page.addInitScript(OBSERVER);
  const mesure: Mesure = {
    script: 0,
    style: 0,
    police: 0,
    donnees: 0,
    document: 0,
    plusGros: 0,
    lcp: 0,
    interaction: 0,
  };
  await peser(await contexte.newCDPSession(page), mesure);
  await page.goto(`${url}${chemin}`);
  await page.locator(repere).first().waitFor({ timeout: ATTENTE_MS });
  await page.waitForTimeout(2_000);
  await geste?.(page);
  await page.waitForTimeout(1_000);
  Object.assign(mesure, await page.evaluate('mesures'));
  await page.close();
  return mesure;
}

async function entrer(contexte: BrowserContext, url: string): Promise<void> {
  const comptes = (await (await contexte.request.get(`${url}/api/v1/demo/comptes`)).json()) as {
    email: string;
    motDePasse: string;
  }[];
  const compte = comptes.find(({ email }) => email === EQUIPE);
  await contexte.request.post(`${url}/api/v1/session`, { data: { email: EQUIPE, motDePasse: compte?.motDePasse } });
}

const ko = (octets: number): string => (octets / 1000).toFixed(0);

await provideTestPrograms();
const produit = await startDemoProduct();
const navigateur = await chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] });
try {
  const lignes: string[] = [];
  for (const vue of VUES) {
    const contexte = await navigateur.newContext({ serviceWorkers: 'block', viewport: { width: 1440, height: 900 } });
    if (vue.connecte) await entrer(contexte, produit.url);
    const m = await ouvrir(contexte, produit.url, vue);
    const geste = vue.geste ? m.interaction.toFixed(0) : '';
    lignes.push(
      `| ${vue.nom} | ${ko(m.script + m.style)} | ${ko(m.plusGros)} | ${ko(m.police)} | ${ko(m.document + m.donnees)} | ${m.lcp.toFixed(0)} | ${geste} |`,
    );
    await contexte.close();
  }
  process.stdout.write(
    [
      `cold pages, processor slowed × ${RALENTI} (load ${charge()})`,
      '',
      '| page | scripts and styles, kB | largest script, kB | fonts, kB | page and data, kB | LCP ms | longest interaction ms |',
      '| --- | --- | --- | --- | --- | --- | --- |',
      ...lignes,
      '',
    ].join('\n'),
  );
} finally {
  await navigateur.close();
  await produit.stop();
}
