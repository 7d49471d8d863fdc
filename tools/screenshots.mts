import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { CHECKOUT } from './checkout.mts';
import { startDemoProduct } from './launch/demo-product.mts';
import { provideTestPrograms } from './programs/test-programs.mts';

type Compte = { email: string; motDePasse: string };
type Picture = { name: string; who: string; path: string; height?: number; prepare?: (page: Page) => Promise<void> };

const IMAGES = join(CHECKOUT, 'docs/images');
const WIDTH = 1440;
/** Pictures named on the command line; all of them without any. */
const NAMES = process.argv.slice(2);
const REFERENTE = 'samira.lahlou@exemple.fr';
const AUTRE_REFERENT = 'julien.pasquet@exemple.fr';
const EQUIPE = 'claire.vasseur@exemple.fr';
const DELEGUEE = 'helene.marchadier@exemple.fr';

/** Pictures of the README and of the user guide. */
const PICTURES: Picture[] = [
  { name: 'accueil', who: REFERENTE, path: '/', height: 1156 },
  { name: 'fiche', who: DELEGUEE, path: '/fiches/T1.1' },
  { name: 'echanges', who: DELEGUEE, path: '/fiches/T1.1#echanges' },
  { name: 'ecrire', who: REFERENTE, path: '/fiches/T2.1', prepare: writeInList },
  { name: 'a-plusieurs', who: AUTRE_REFERENT, path: '/fiches/T2.1', prepare: joinSomebodyWriting },
  { name: 'grille', who: REFERENTE, path: '/indicateurs?fiche=T1.1', prepare: enterValue },
  { name: 'indicateur', who: EQUIPE, path: '/indicateurs/lecture', height: 1300, prepare: openIndicateur },
  { name: 'import-valeurs', who: REFERENTE, path: '/indicateurs/import', prepare: previewImport },
  { name: 'import-colonnes', who: REFERENTE, path: '/indicateurs/import', prepare: mapColumns },
  { name: 'importer-une-fiche', who: EQUIPE, path: '/fiches/import', height: 1000, prepare: reviewFiche },
  { name: 'importer-un-referentiel', who: EQUIPE, path: '/contrat/quartiers', height: 1000, prepare: checkReference },
  { name: 'quartiers', who: DELEGUEE, path: '/quartiers', height: 1000 },
  { name: 'quartier', who: DELEGUEE, path: '/quartiers', prepare: openQuartier },
  { name: 'personnes', who: EQUIPE, path: '/acteurs/personnes' },
  { name: 'espaces', who: EQUIPE, path: '/participation' },
  { name: 'questions', who: EQUIPE, path: '/participation/questions', height: 1100 },
  { name: 'consultations', who: EQUIPE, path: '/participation/consultations', prepare: openConsultation },
  { name: 'documents', who: EQUIPE, path: '/plenieres/arretes', prepare: openDocuments },
  { name: 'habitants', who: EQUIPE, path: '/habitants/tmvl-2024-2030', height: 1100 },
];

async function openConsultation(page: Page): Promise<void> {
  await page
    .getByRole('link', { name: /plus agréable à vivre/ })
    .first()
    .click();
  await page.waitForURL('**/consultations/*');
}

async function openDocuments(page: Page): Promise<void> {
  await page
    .getByRole('link', { name: /décembre 2025/ })
    .first()
    .click();
  await page.getByRole('link', { name: 'Documents' }).click();
  await page.waitForURL('**/documents');
  for (const [rang, sorte] of [/^Le classeur/, /^Le livre \(PDF\)/].entries()) {
    await page.getByRole('button', { name: 'Faire un document' }).click();
    await page.getByRole('dialog').getByRole('radio', { name: sorte }).check();
    await page.getByRole('dialog').getByRole('button', { name: 'Faire le document' }).click();
    await page
      .getByRole('link', { name: /^Télécharger/ })
      .nth(rang)
      .waitFor({ timeout: 300_000 });
  }
}

async function writeInList(page: Page): Promise<void> {
  const field = page.locator('#champ-facteursFavorables');
  await field.getByRole('button', { name: /^Modifier/ }).press('Enter');
  await field.getByRole('textbox').focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Les gardiens d’immeuble relaient les invitations.');
  await field.getByText(/^Enregistré à/).waitFor();
  await page.mouse.wheel(0, 260);
}

/** Somebody else writes in a field of the fiche that is on screen. */
async function joinSomebodyWriting(page: Page): Promise<void> {
  const browser = page.context().browser();
  if (!browser) throw new Error('a browser launched here is known to its pages');
  const other = await openAs(browser, new URL(page.url()).origin, REFERENTE);
  await other.goto(new URL(page.url()).pathname);
  await other
    .locator('#champ-facteursDefavorables')
    .getByRole('button', { name: /^Modifier/ })
    .press('Enter');
  await page.getByText('Samira Lahlou écrit ici').scrollIntoViewIfNeeded();
  await page.evaluate('scrollTo(0, 0)');
}

async function enterValue(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Déplier Habitants mobilisés' }).click();
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Rochepinard' }) });
  await row.getByRole('gridcell').nth(2).focus();
  await page.keyboard.type('36');
}

/** Drops a table of values under these headings; one of its cells cannot be read. */
async function dropTable(page: Page, headings: string): Promise<void> {
  const lines = [
    headings,
    'Habitants mobilisés;Le Sanitas;462;418',
    'Habitants mobilisés;Rochepinard;une trentaine;36',
    'Habitants mobilisés;Europe;nd;52',
    'Rythme des temps d’échange;Rives du Cher;4;6',
  ];
  const file = { name: 'releve-2026.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) };
  await page.getByLabel('Fichier de valeurs').setInputFiles(file);
  await page.getByRole('heading', { level: 1, name: file.name }).waitFor();
}

async function mapColumns(page: Page): Promise<void> {
  await dropTable(page, 'Sujet;Lieu;2025;2026');
}

async function previewImport(page: Page): Promise<void> {
  await dropTable(page, 'Indicateur;Territoire;2025;2026');
  await page.getByRole('button', { name: /^Les .* cases$/ }).click();
  await page
    .getByRole('row', { name: /Rives du Cher/ })
    .first()
    .waitFor();
}

const FICHE = `Contrat de ville 2024-2030
Fiche action n° T 1.9
Enjeu transversal 1 : Participation citoyenne

Ouvrir des lieux de parole le soir

Pilote : Villes
Objectifs visés :
- Ouvrir trois lieux dans les quartiers
- Former vingt habitants à l’animation
Calendrier : de septembre 2026 à juin 2028
Territoires concernés : Sanitas et Rochepinard
Public visé : tous les habitants
Constats :
Peu de lieux restent ouverts après dix-huit heures.
Freins / leviers
Leviers :
- Des associations prêtes à tenir les permanences
Freins :
- Le gardiennage des locaux
Partenaires : CAF, bailleurs sociaux
Indicateurs de suivi :
- Nombre et diversité d’habitants mobilisés
`;

async function reviewFiche(page: Page): Promise<void> {
  const file = { name: 'lieux-de-parole.txt', mimeType: 'text/plain', buffer: Buffer.from(FICHE) };
  await page.getByLabel('Fiches à importer').setInputFiles(file);
  await page.getByRole('link', { name: `Relire ${file.name}` }).click();
  await page.getByRole('heading', { name: 'Le document' }).waitFor();
  await page.locator('#passage-p9').click();
}

async function checkReference(page: Page): Promise<void> {
  const lines = [
    'Code_QP;nom_qp;insee_com;lib_com',
    'QN03709M;Sanitas;37261;Tours',
    'QN03708M;Europe - Chateaubriand;37261;Tours',
    'QN03799M;Nouveau quartier;37261;Tours',
    'QN037;Nulle part;37261;Tours',
    'QN00101M;Grande Reyssouze;01053;Bourg-en-Bresse',
  ];
  const file = { name: 'liste-qpv.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) };
  await page.getByRole('button', { name: 'Importer un fichier de référence' }).click();
  await page.getByLabel('Fichier de référence').setInputFiles(file);
  await page.getByRole('region', { name: 'Lignes du fichier' }).waitFor();
  await page.getByRole('button', { name: /^Appliquer/ }).scrollIntoViewIfNeeded();
}

async function openQuartier(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Les Fontaines' }).last().click();
  await page.getByRole('heading', { level: 1, name: 'Les Fontaines' }).waitFor();
}

async function openIndicateur(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Habitants mobilisés' }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Habitants mobilisés' }).waitFor();
}

async function openAs(browser: Browser, baseURL: string, who: string): Promise<Page> {
  const context = await browser.newContext({
    baseURL,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    reducedMotion: 'reduce',
  });
  const comptes = (await (await context.request.get('/api/v1/demo/comptes')).json()) as Compte[];
  const motDePasse = comptes.find(({ email }) => email === who)?.motDePasse;
  await context.request.post('/api/v1/session', { data: { email: who, motDePasse } });
  return context.newPage();
}

async function take(browser: Browser, url: string, { name, who, path, height = 900, prepare }: Picture): Promise<void> {
  const page = await openAs(browser, url, who);
  await page.setViewportSize({ width: WIDTH, height });
  await page.goto(path);
  await page.locator('h1').first().waitFor({ state: 'attached' });
  await page.locator('pl-squelette').first().waitFor({ state: 'detached' });
  await prepare?.(page);
  // The live thread never falls silent: what is waited for is the end of the skeletons.
  await page.locator('pl-squelette').first().waitFor({ state: 'detached' });
  await page.mouse.move(0, 0);
  await page.screenshot({ path: join(IMAGES, `${name}.png`) });
  await page.context().close();
}

/** First page of the PDF of T 1.1, as a picture. */
async function takePdf(browser: Browser, url: string): Promise<void> {
  const page = await openAs(browser, url, EQUIPE);
  const answer = await page.context().request.get('/api/v1/fiches/T1.1.pdf');
  const folder = mkdtempSync(join(tmpdir(), 'pleniere-pdf-'));
  const pdf = join(folder, 'fiche.pdf');
  writeFileSync(pdf, await answer.body());
  execFileSync('pdftoppm', ['-png', '-r', '80', '-f', '1', '-singlefile', pdf, join(IMAGES, 'pdf')]);
  rmSync(folder, { recursive: true });
  await page.context().close();
}

await provideTestPrograms();
const product = await startDemoProduct();
const browser = await chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] });
try {
  const wanted = PICTURES.filter(({ name }) => NAMES.length === 0 || NAMES.includes(name));
  for (const picture of wanted) await take(browser, product.url, picture);
  if (NAMES.length === 0) await takePdf(browser, product.url);
} finally {
  await browser.close();
  await product.stop();
}
