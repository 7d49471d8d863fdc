import type { Locator, Page } from 'playwright-core';

/** A field of the fiche on screen, by its name in the registry. */
export function champ(page: Page, id: string): Locator {
  return page.locator(`#champ-${id}`);
}

/** Opens a field with the keyboard and waits for the cursor in it, after the last character. */
export async function editChamp(page: Page, id: string): Promise<void> {
  await champ(page, id)
    .getByRole('button', { name: /Modifier|Remplir/ })
    .press('Enter');
  const text = champ(page, id).getByRole('textbox').first();
  await text.waitFor();
  await text.focus();
  await page.keyboard.press('Control+End');
}

/** The field says that the server has what was typed. */
export async function saved(page: Page, id: string): Promise<void> {
  await champ(page, id)
    .getByText(/^Enregistré à/)
    .waitFor();
}
