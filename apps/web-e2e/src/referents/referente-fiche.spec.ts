import type { Page } from 'playwright-core';
import { DEMO, openAs } from '../support/connexion';
import { complaints } from '../support/faults';
import { champ, editChamp, saved } from '../support/fiche';

async function openFiche(): Promise<Page> {
  const page = await openAs(DEMO.referente);
  await page.goto('/fiches/T2.1');
  return page;
}

describe('a référente on the fiche of her contrat', () => {
  it('adds an item to a list with the keyboard; it is saved by itself and still there after a reload', async () => {
    const page = await openFiche();
    await editChamp(page, 'facteursFavorables');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Les gardiens d’immeuble ');
    await page.keyboard.press('Control+b');
    await page.keyboard.type('relaient');
    await page.keyboard.press('Control+b');
    await page.keyboard.type(' les invitations.');
    await saved(page, 'facteursFavorables');
    await page.keyboard.press('Escape');
    await champ(page, 'facteursFavorables')
      .getByRole('button', { name: /Modifier/ })
      .waitFor();

    await page.reload();
    const item = champ(page, 'facteursFavorables').getByRole('listitem').last();
    expect(await item.innerText()).toBe('Les gardiens d’immeuble relaient les invitations.');
    expect(await item.locator('strong').innerText()).toBe('relaient');
    expect(complaints(page)).toEqual([]);
  });

  it('keeps what she types while the network is away, through a reload, and sends it when it is back', async () => {
    const page = await openFiche();
    const champId = 'contexte';
    await editChamp(page, champId);
    await page.context().setOffline(true);
    await page.keyboard.type(' Écrit dans le train.');
    await champ(page, champId).getByText('Hors ligne, rien n’est perdu').waitFor();

    // Whether it leaves before the reload or after it, it arrives.
    await page.context().setOffline(false);
    await page.reload();
    await champ(page, champId).getByText('Écrit dans le train.').waitFor();
    await page.waitForFunction(async () => {
      const fiche = await fetch('/api/v1/fiches/T2.1');
      return (await fiche.text()).includes('Écrit dans le train.');
    });

    await page.reload();
    await champ(page, champId).getByText('Écrit dans le train.').waitFor();
  });

  it('takes back what she has just changed', async () => {
    const page = await openFiche();
    const champId = 'titreCourt';
    const before = await champ(page, champId).locator('.lecture').innerText();
    await editChamp(page, champId);
    await page.keyboard.type(' (essai)');
    await saved(page, champId);
    await champ(page, champId).getByRole('button', { name: 'Annuler ces modifications' }).click();
    await page.keyboard.press('Escape');
    await saved(page, champId);
    await page.reload();
    await champ(page, champId).locator('.lecture').waitFor();
    expect(await champ(page, champId).locator('.lecture').innerText()).toBe(before);
  });
});
