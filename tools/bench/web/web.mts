import { type BrowserContext, chromium } from 'playwright-core';
import { startDemoProduct } from '../../launch/demo-product.mts';
import { provideTestPrograms } from '../../programs/test-programs.mts';
import { entrer } from '../entrer.mts';
import { charge } from '../requetes/processus.mts';
import { type Fichier, type Pesee, peser, type Vue } from './pesee.mts';

// Usage: npm run bench -- web [fichiers]
// The built product in Chromium, processor slowed four times, nothing kept from the page before; `fichiers` names each
// file of each page and who asked for it.
const VUES: Vue[] = [
  { nom: 'log-in', chemin: '/connexion', connecte: false, repere: 'input[type=password]' },
  { nom: 'home', chemin: '/', connecte: true, repere: '#attente', geste: (page) => page.keyboard.press('Tab') },
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

async function ouvrirSession(contexte: BrowserContext, url: string): Promise<void> {
  const cookies = (await entrer(url)).entetes.Cookie.split('; ').map((cookie) => {
    const [name = '', value = ''] = cookie.split('=');
    return { name, value, url };
  });
  await contexte.addCookies(cookies);
}

const PAGE = ['Document', 'XHR', 'Fetch'];
const CODE = ['Script', 'Stylesheet'];

/** Without the headers of the answers, 0.9 kB each. */
function ko(fichiers: readonly Fichier[]): string {
  return (fichiers.reduce((total, { octets, entetes }) => total + octets - entetes, 0) / 1000).toFixed(0);
}

function ligne(nom: string, { fichiers, fcp, lcp, travail, interaction }: Pesee): string {
  const de = (sortes: string[], necessaire: boolean) =>
    fichiers.filter((fichier) => sortes.includes(fichier.sorte) && fichier.necessaire === necessaire);
  const code = de(CODE, true);
  const plusGros = [...code].sort((a, b) => b.octets - a.octets).slice(0, 1);
  const cases = [
    ...[nom, `${ko(code)} (${code.length} files)`, ko(plusGros), ko(de(CODE, false)), ko(de(['Font'], true))],
    ...[
      ko(de(PAGE, true)),
      fcp.toFixed(0),
      lcp.toFixed(0),
      travail.toFixed(0),
      interaction ? interaction.toFixed(0) : '',
    ],
  ];
  return `| ${cases.join(' | ')} |`;
}

function detail(nom: string, { fichiers }: Pesee): string[] {
  const lignes = [...fichiers]
    .sort((a, b) => Number(b.necessaire) - Number(a.necessaire) || b.octets - a.octets)
    .map(({ nom: fichier, sorte, octets, demandePar, necessaire }) =>
      [
        `  ${(octets / 1000).toFixed(1).padStart(7)} kB`,
        necessaire ? '' : '(later)',
        sorte,
        fichier,
        '←',
        demandePar,
      ].join(' '),
    );
  return ['', `${nom}:`, ...lignes];
}

await provideTestPrograms();
const produit = await startDemoProduct();
const navigateur = await chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] });
const parFichier = process.argv[2] === 'fichiers';
try {
  const lignes: string[] = [];
  const details: string[] = [];
  for (const vue of VUES) {
    const contexte = await navigateur.newContext({ serviceWorkers: 'block', viewport: { width: 1440, height: 900 } });
    if (vue.connecte) await ouvrirSession(contexte, produit.url);
    const pesee = await peser(contexte, produit.url, vue);
    lignes.push(ligne(vue.nom, pesee));
    if (parFichier) details.push(...detail(vue.nom, pesee));
    await contexte.close();
  }
  process.stdout.write(
    [
      `cold pages, processor slowed × 4 (load ${charge()})`,
      '',
      '| page | scripts and styles needed, kB | largest, kB | later, kB | fonts, kB | page and data, kB | first paint ms | LCP ms | processor ms | longest interaction ms |',
      '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
      ...lignes,
      ...details,
      '',
    ].join('\n'),
  );
} finally {
  await navigateur.close();
  await produit.stop();
}
