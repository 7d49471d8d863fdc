import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import type { Readable } from 'node:stream';
import { expectAccessible, expectFits } from '../support/accessibility';
import { complaints } from '../support/faults';
import { BUREAU, openPage, settled, TELEPHONE } from '../support/pages';

const CHECKOUT = resolve(__dirname, '../../../..');
const PASSWORD = 'Onze-tilleuls-et-un-banc-vert-9';

let launcher: ChildProcessByStdio<null, Readable, null>;
let address = '';
let code = '';

/** What whoever installs the product sees: `npm start` on a database with nothing in it, up to its address. */
async function start(): Promise<void> {
  const env = {
    ...process.env,
    DATABASE_URL: process.env['PLENIERE_BASE_VIDE'],
    ADRESSE_PUBLIQUE: '',
    MODE_DEMO: 'false',
    PORT: '4390',
  };
  launcher = spawn(process.execPath, ['tools/launch/start.mts'], {
    cwd: CHECKOUT,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { stdout } = launcher;
  await new Promise<void>((ready, fail) => {
    let said = '';
    launcher.once('exit', () => fail(new Error(`the product did not start: ${said}`)));
    stdout.on('data', (piece: Buffer) => {
      said += String(piece);
      code = /donnez ce code : (\S+)/.exec(said)?.[1] ?? '';
      address = /prête : (\S+)/.exec(said)?.[1] ?? '';
      if (address !== '') ready();
    });
  });
}

beforeAll(start, 60_000);
afterAll(async () => {
  const ended = once(launcher, 'exit');
  launcher.kill('SIGTERM');
  await ended;
});

/** The page as it stands, at a desk and on a phone. */
async function look(page: Page): Promise<void> {
  for (const viewport of [TELEPHONE, BUREAU]) {
    await page.setViewportSize(viewport);
    await settled(page);
    await expectAccessible(page);
    await expectFits(page);
  }
}

describe('the first start', () => {
  it('goes from an empty database to a first fiche, without a command', async () => {
    const page = await openPage();
    await page.goto(`${address}/installation`);
    await page.getByRole('heading', { level: 1, name: 'Ouvrir le contrat de ville' }).waitFor();
    await look(page);

    await page.getByLabel('Son nom, ou une de ses communes').fill('joue les tours');
    const found = page.getByRole('button', { name: /Tours Métropole Val de Loire/ });
    await found.waitFor();
    await look(page);
    await found.click();
    await page.getByText('Sanitas').waitFor();

    await page.getByLabel('Prénom et nom').fill('Nadia Royer');
    await page.getByLabel('Fonction').fill('Cheffe de projet');
    await page.getByLabel('Adresse électronique').fill('nadia.royer@exemple.fr');
    await page.getByRole('button', { name: 'Ouvrir le contrat' }).click();
    await page.getByText('Indiquez le code qui s’affiche').waitFor();
    await look(page);
    await page.getByLabel('Code affiché au démarrage du serveur').fill('AAAA-BBBB-CCCC');
    await page.getByRole('button', { name: 'Ouvrir le contrat' }).click();
    await page.getByText('Le code n’est pas celui qui s’affiche').waitFor();
    await look(page);
    expect(await page.getByLabel('Prénom et nom').inputValue()).toBe('Nadia Royer');
    expect(complaints(page, { but: [422] })).toEqual([]);

    await page.getByLabel('Code affiché au démarrage du serveur').fill(code.toLowerCase());
    await page.getByRole('button', { name: 'Ouvrir le contrat' }).click();
    await page.getByText('Bonjour Nadia Royer').waitFor();
    await look(page);
    await page.getByLabel('Mot de passe').fill(PASSWORD);
    await page.getByLabel('Le même, une seconde fois').fill(PASSWORD);
    await page.getByRole('button', { name: 'Activer mon compte' }).click();
    await page.getByRole('heading', { level: 1, name: /Bonjour Nadia/ }).waitFor();
    await look(page);
    expect(complaints(page)).toEqual([]);
  });

  it('has filled in the territory, and takes the first fiche', async () => {
    const page = await openPage();
    await page.goto(`${address}/connexion`);
    await look(page);
    await page.getByLabel('Adresse électronique').fill('nadia.royer@exemple.fr');
    await page.getByLabel('Mot de passe').fill(PASSWORD);
    await page.getByRole('button', { name: 'Se connecter', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: /Bonjour Nadia/ }).waitFor();

    await page.goto(`${address}/contrat/quartiers`);
    await page.getByText('Sanitas').first().waitFor();
    await page.getByText('Rabière').first().waitFor();
    await look(page);
    await page.goto(`${address}/contrat/enjeux`);
    await page.getByText('Participation citoyenne').first().waitFor();
    await look(page);

    await page.goto(`${address}/fiches`);
    await page
      .getByRole('button', { name: /Nouvelle fiche|première fiche/ })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Enjeu').selectOption({ index: 1 });
    await dialog.getByLabel('Intitulé du projet').fill('Ouvrir une maison des projets au Sanitas');
    await look(page);
    await dialog.getByRole('button', { name: 'Créer la fiche' }).click();
    await page.getByRole('heading', { level: 1, name: /Ouvrir une maison des projets au Sanitas/ }).waitFor();
    await look(page);

    await page.goto(`${address}/installation`);
    await page.getByText('Plénière est déjà en service').waitFor();
    expect(complaints(page, { but: [401] })).toEqual([]);
  });
});
