import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { mediane } from '../requetes/salve.mts';

/** A page to weigh, and what somebody first does there. */
export interface Vue {
  nom: string;
  chemin: string;
  connecte: boolean;
  /** What is there once the page can be used. */
  repere: string;
  geste?: (page: Page) => Promise<void>;
}

/** A file that a page has asked for. */
export interface Fichier {
  nom: string;
  sorte: string;
  /** What is sent, with the headers of the answer. */
  octets: number;
  entetes: number;
  demandePar: string;
  /** Asked for before the page could be used. */
  necessaire: boolean;
}

/** What a page weighs, in bytes as they are sent, and how long it takes, in milliseconds: middle of some visits. */
export interface Pesee {
  fichiers: Fichier[];
  fcp: number;
  lcp: number;
  /** Processor time of the page's thread until it can be used, not slowed: what load on the machine does not change. */
  travail: number;
  interaction: number;
}

const RALENTI = 4;
/** Measured visits, after one that is not: the server then answers as it does all day. */
const VISITES = 5;
const ATTENTE_MS = 60_000;

// Kept by the page itself, from its very beginning.
const OBSERVER = `
  globalThis.mesures = { fcp: 0, lcp: 0, interaction: 0 };
  new PerformanceObserver((liste) => { for (const e of liste.getEntries()) if (e.name === 'first-contentful-paint') mesures.fcp = e.startTime; })
    .observe({ type: 'paint', buffered: true });
  new PerformanceObserver((liste) => { for (const e of liste.getEntries()) mesures.lcp = e.startTime; })
    .observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((liste) => {
    for (const e of liste.getEntries()) if (e.interactionId) mesures.interaction = Math.max(mesures.interaction, e.duration);
  }).observe({ type: 'event', durationThreshold: 16, buffered: true });`;

// The page tells by itself that it can be used: asking it again and again would be work of its own.
const guetter = (repere: string): string => `
  new MutationObserver((_, guet) => { if (document.querySelector(${JSON.stringify(repere)})) { guet.disconnect(); utilisable(); } })
    .observe(document, { childList: true, subtree: true });`;

const nomDe = (url: string | undefined): string => (url ? new URL(url, 'http://page').pathname : '');

interface Demandeur {
  type: string;
  url?: string;
  stack?: Pile;
}
interface Pile {
  callFrames: { url: string }[];
  parent?: Pile;
}

/** Who asks for a file: the page itself, a script by its first lines, or what it does once it runs. */
function dire({ type, url, stack }: Demandeur): string {
  if (type === 'parser') return url && /\.js$/.test(url) ? `import of ${nomDe(url)}` : 'the page';
  for (let pile = stack; pile; pile = pile.parent) {
    const appelant = pile.callFrames.find((appel) => appel.url !== '');
    if (appelant) return `${nomDe(appelant.url)} once it runs`;
  }
  return url ? `import of ${nomDe(url)}` : type;
}

async function suivre(reseau: CDPSession): Promise<Map<string, Fichier>> {
  const fichiers = new Map<string, Fichier>();
  reseau.on('Network.requestWillBeSent', ({ requestId, request, initiator, type }) => {
    const demandePar = dire(initiator as Demandeur);
    fichiers.set(requestId, {
      nom: nomDe(request.url),
      sorte: type ?? '',
      octets: 0,
      entetes: 0,
      demandePar,
      necessaire: true,
    });
  });
  reseau.on('Network.responseReceived', ({ requestId, type, response }) => {
    const fichier = fichiers.get(requestId);
    if (fichier) Object.assign(fichier, { sorte: type, entetes: response.encodedDataLength });
  });
  reseau.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const fichier = fichiers.get(requestId);
    if (fichier) fichier.octets = encodedDataLength;
  });
  await reseau.send('Network.enable');
  await reseau.send('Network.setCacheDisabled', { cacheDisabled: true });
  await reseau.send('Emulation.setCPUThrottlingRate', { rate: RALENTI });
  await reseau.send('Performance.enable', { timeDomain: 'threadTicks' });
  return fichiers;
}

async function travailDe(reseau: CDPSession): Promise<number> {
  const { metrics } = await reseau.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
}

async function visiter(contexte: BrowserContext, url: string, { chemin, repere, geste }: Vue): Promise<Pesee> {
  const page = await contexte.newPage();
  const { promise: utilisable, resolve, reject } = Promise.withResolvers<void>();
  const trop = setTimeout(() => reject(new Error(`${chemin}: no ${repere}`)), ATTENTE_MS);
  await page.exposeFunction('utilisable', resolve);
  await page.addInitScript(OBSERVER + guetter(repere));
  const reseau = await contexte.newCDPSession(page);
  const suivis = await suivre(reseau);
  await page.goto(`${url}${chemin}`, { waitUntil: 'commit' });
  await utilisable;
  clearTimeout(trop);
  const travail = await travailDe(reseau);
  const necessaires = new Set(suivis.keys());
  await page.waitForTimeout(3_000);
  await geste?.(page);
  await page.waitForTimeout(1_000);
  const mesures = (await page.evaluate('mesures')) as Pick<Pesee, 'fcp' | 'lcp' | 'interaction'>;
  await page.close();
  const fichiers = [...suivis].map(([id, fichier]) => ({ ...fichier, necessaire: necessaires.has(id) }));
  return { ...mesures, travail, fichiers: fichiers.filter(({ octets }) => octets > 0) };
}

/** Opens a page as for the first time, several times, with the processor slowed four times, and does there what somebody first does. */
export async function peser(contexte: BrowserContext, url: string, vue: Vue): Promise<Pesee> {
  const { fichiers } = await visiter(contexte, url, vue);
  const visites: Pesee[] = [];
  while (visites.length < VISITES) visites.push(await visiter(contexte, url, vue));
  const milieu = (de: 'fcp' | 'lcp' | 'travail' | 'interaction') => mediane(visites.map((visite) => visite[de]));
  return {
    fichiers,
    fcp: milieu('fcp'),
    lcp: milieu('lcp'),
    travail: milieu('travail'),
    interaction: milieu('interaction'),
  };
}
