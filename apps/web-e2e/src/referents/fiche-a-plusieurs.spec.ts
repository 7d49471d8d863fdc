import type { Locator, Page } from 'playwright-core';
import { expectAccessible } from '../support/accessibility';
import { DEMO, openAs } from '../support/connexion';
import { complaints } from '../support/faults';
import { champ, editChamp, saved } from '../support/fiche';
import { settled } from '../support/pages';

const FICHE = '/fiches/T2.1';
const CHAMP = 'facteursDefavorables';
const AUTRE_CHAMP = 'facteursFavorables';
const WRITES = '**/champs/**';
const OFFLINE = /Hors ligne, rien n’est perdu/;

async function openFiche(...people: Page[]): Promise<void> {
  await Promise.all(people.map((page) => page.goto(FICHE)));
  await Promise.all(people.map((page) => settled(page)));
}

const presents = (page: Page): Locator => page.getByRole('list', { name: 'Aussi sur cette fiche' });

/** Scans the dialog that is open, then leaves it. */
async function expectAccessibleDialog(page: Page): Promise<void> {
  await page.getByRole('dialog').or(page.getByRole('alertdialog')).waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
}

/** The live thread of the page is open: somebody else has been seen through it. */
const sees = (page: Page, name: string): Promise<void> => presents(page).getByText(name).waitFor();

describe('two people on the same fiche', () => {
  it('see each other, and where the other writes', async () => {
    const [samira, julien] = await Promise.all([openAs(DEMO.referente), openAs(DEMO.autreReferent)]);
    await openFiche(samira, julien);
    await Promise.all([sees(samira, 'Julien Pasquet'), sees(julien, 'Samira Lahlou')]);

    await editChamp(samira, CHAMP);
    await champ(julien, CHAMP).getByText('Samira Lahlou écrit ici').waitFor();
    await julien.getByRole('status').filter({ hasText: 'Samira Lahlou écrit dans' }).waitFor({ state: 'attached' });
    await expectAccessible(julien);

    await samira.keyboard.press('Escape');
    await champ(julien, CHAMP).getByText('Samira Lahlou écrit ici').waitFor({ state: 'detached' });
    await samira.close();
    await presents(julien).waitFor({ state: 'detached' });
    expect(complaints(julien)).toEqual([]);
  });

  it('are neither shown to a lectrice nor see her', async () => {
    const [samira, lectrice] = await Promise.all([openAs(DEMO.referente), openAs(DEMO.lectrice)]);
    await openFiche(samira, lectrice);
    expect(await presents(lectrice).count()).toBe(0);
    expect(await presents(samira).count()).toBe(0);
    expect(complaints(lectrice)).toEqual([]);
  });

  it('see the other’s text arrive without reloading, with who wrote it', async () => {
    const [samira, julien] = await Promise.all([openAs(DEMO.referente), openAs(DEMO.autreReferent)]);
    await openFiche(samira, julien);
    await sees(julien, 'Samira Lahlou');
    await editChamp(samira, AUTRE_CHAMP);
    await samira.keyboard.type(' Arrivé tout seul.');
    await champ(julien, AUTRE_CHAMP).getByText('Arrivé tout seul.').waitFor();
    await champ(julien, AUTRE_CHAMP)
      .getByText(/Modifié par Samira Lahlou/)
      .waitFor();
    await expectAccessible(julien);
  });
});

describe('a connection that is cut', () => {
  it('keeps what is typed on the device, through a reload, and sends it when it is back', async () => {
    const samira = await openAs(DEMO.referente);
    await openFiche(samira);
    await editChamp(samira, AUTRE_CHAMP);
    // The server is out of reach for writing, and stays so while the page is loaded again.
    await samira.route(WRITES, (route) => route.abort('internetdisconnected'));
    await samira.keyboard.type(' Tapé sans réseau.');
    await champ(samira, AUTRE_CHAMP).getByText(OFFLINE).waitFor();
    await samira.reload();
    await champ(samira, AUTRE_CHAMP).getByText('Tapé sans réseau.').waitFor();

    await samira.unroute(WRITES);
    await samira.evaluate(() => dispatchEvent(new Event('online')));
    await saved(samira, AUTRE_CHAMP);
    const julien = await openAs(DEMO.autreReferent);
    await julien.goto(FICHE);
    await champ(julien, AUTRE_CHAMP).getByText('Tapé sans réseau.').waitFor();
  });

  it('catches up with what others changed meanwhile', async () => {
    const [samira, julien] = await Promise.all([openAs(DEMO.referente), openAs(DEMO.autreReferent)]);
    await openFiche(samira, julien);
    await sees(julien, 'Samira Lahlou');
    await julien.context().setOffline(true);
    await editChamp(samira, CHAMP);
    await samira.keyboard.type(' Pendant la coupure.');
    await saved(samira, CHAMP);
    await julien.context().setOffline(false);
    await champ(julien, CHAMP).getByText('Pendant la coupure.').waitFor();
  });
});

describe('dialogs of the fiches', () => {
  it('are accessible too', async () => {
    const claire = await openAs(DEMO.equipe);
    await openFiche(claire);
    await claire.getByRole('button', { name: /^Renoncer/ }).click();
    await expectAccessibleDialog(claire);
    await claire.goto('/fiches');
    await settled(claire);
    await claire.getByRole('button', { name: 'Nouvelle fiche' }).click();
    await expectAccessibleDialog(claire);
  });
});
