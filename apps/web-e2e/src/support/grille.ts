import type { Locator, Page } from 'playwright-core';

const FIRST_YEAR = 2024;

/** Shows the values of T 1.1 with the rows of one indicator's territories. */
export async function openGrid(page: Page, indicateur: string): Promise<void> {
  await page.goto('/indicateurs?fiche=T1.1');
  await page.getByRole('button', { name: `Déplier ${indicateur}` }).click();
  await cell(page, 'Maryse Bastié', FIRST_YEAR).waitFor();
}

/** One cell of the grid. */
export function cell(page: Page, territoire: string, annee: number): Locator {
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: territoire, exact: true }) });
  return row.getByRole('gridcell').nth(annee - FIRST_YEAR);
}

/** What a cell shows, without the words said beside it. */
export function shown(page: Page, territoire: string, annee: number): Locator {
  return cell(page, territoire, annee).locator('.texte');
}

/** Pastes cells copied in a spreadsheet where the cursor of the grid is. */
export async function paste(page: Page, rows: string[][]): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const text = rows.map((row) => row.join('\t')).join('\n');
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press('Control+v');
}
