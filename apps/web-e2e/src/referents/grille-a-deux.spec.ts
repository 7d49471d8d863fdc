import { expectAccessible } from '../support/accessibility';
import { DEMO, openAs } from '../support/connexion';
import { complaints } from '../support/faults';
import { cell, openGrid, shown } from '../support/grille';
import { settled } from '../support/pages';

const HABITANTS = 'Habitants mobilisés';

describe('two people in the same grid', () => {
  it('see each other’s values arrive without reloading', async () => {
    const [claire, samira] = await Promise.all([openAs(DEMO.equipe), openAs(DEMO.referente)]);
    await Promise.all([openGrid(claire, HABITANTS), openGrid(samira, HABITANTS)]);
    await cell(samira, 'Bords de Loire', 2026).click();
    await samira.keyboard.type('43');
    await samira.keyboard.press('Enter');

    await shown(claire, 'Bords de Loire', 2026).getByText('43', { exact: true }).waitFor();
    await cell(claire, 'Bords de Loire', 2026)
      .getByText(/modifié à l’instant par Samira Lahlou/)
      .waitFor({ state: 'attached' });
    await expectAccessible(claire);
  });

  it('never overwrite each other: both figures are shown to the one who was typing', async () => {
    const [claire, samira] = await Promise.all([openAs(DEMO.equipe), openAs(DEMO.referente)]);
    await Promise.all([openGrid(claire, HABITANTS), openGrid(samira, HABITANTS)]);
    await cell(claire, 'Maryse Bastié', 2026).click();
    await claire.keyboard.type('120');

    await cell(samira, 'Maryse Bastié', 2026).click();
    await samira.keyboard.type('99');
    await samira.keyboard.press('Enter');
    await cell(samira, 'Maryse Bastié', 2026).getByText('enregistré').waitFor({ state: 'attached' });

    await claire.keyboard.press('Enter');
    const choice = claire.getByRole('alert').filter({ hasText: 'Modifié entre-temps' });
    await cell(claire, 'Maryse Bastié', 2026).click();
    await choice.getByText('99').waitFor();
    expect(await choice.innerText()).toContain('120');
    await choice.getByRole('button', { name: 'Garder la mienne' }).click();
    await shown(samira, 'Maryse Bastié', 2026).getByText('120', { exact: true }).waitFor();
    expect(complaints(claire, { but: [412] })).toEqual([]);
  });
});

describe('the grid of every fiche', () => {
  it('draws only the rows on screen, keeps the keyboard on rows that are far, and its filters in the address', async () => {
    const page = await openAs(DEMO.equipe);
    await page.goto('/indicateurs');
    await settled(page);
    await page.getByRole('button', { name: 'Tout déplier' }).click();
    const grid = page.getByRole('grid');
    const rows = Number(await grid.getAttribute('aria-rowcount'));
    expect(rows).toBeGreaterThan(200);
    expect(await grid.getByRole('row').count()).toBeLessThan(rows / 2);

    await grid.getByRole('gridcell').first().click();
    await page.keyboard.press('Control+ArrowDown');
    await page.locator(`tr[aria-rowindex="${rows}"] td:focus`).waitFor();
    await page.keyboard.press('Control+ArrowUp');
    await page.locator('tr[aria-rowindex="4"] td:focus').waitFor();
    await expectAccessible(page);

    await page.getByLabel('Seulement ce qui manque').check();
    await page.waitForURL(/manque=oui/);
  });
});
