import { DEMO, openAs } from '../support/connexion';
import { complaints } from '../support/faults';
import { cell, openGrid, paste, shown } from '../support/grille';

describe('a référente who enters values', () => {
  it('writes the 2024 value of two quarters with the keyboard; both are there after a reload', async () => {
    const page = await openAs(DEMO.referente);
    await openGrid(page, 'Rythme des temps d’échange');
    await cell(page, 'Maryse Bastié', 2024).focus();
    await page.keyboard.type('7');
    await page.keyboard.press('Enter');
    await page.keyboard.type('3');
    await page.keyboard.press('Enter');
    await page.locator('pl-barre-cellule').getByText('Enregistré').waitFor();

    await openGrid(page, 'Rythme des temps d’échange');
    expect(await shown(page, 'Maryse Bastié', 2024).innerText()).toBe('7');
    expect(await shown(page, 'Rives du Cher', 2024).innerText()).toBe('3');
    expect(complaints(page)).toEqual([]);
  });

  it('pastes a block: a refused cell keeps its text and says why, the others wait for its correction', async () => {
    const page = await openAs(DEMO.referente);
    await openGrid(page, 'Habitants mobilisés');
    await cell(page, 'Maryse Bastié', 2024).focus();
    await paste(page, [['60'], ['beaucoup']]);
    const refused = cell(page, 'Rives du Cher', 2024);
    await page.getByText('2 cases non enregistrées').waitFor();
    expect(await shown(page, 'Rives du Cher', 2024).innerText()).toBe('beaucoup');
    expect(await refused.getAttribute('aria-invalid')).toBe('true');

    await refused.focus();
    await page.keyboard.type('132');
    await page.keyboard.press('Enter');
    const again = page.getByRole('button', { name: 'Réessayer' });
    if (await again.isVisible()) await again.click();
    await page.locator('pl-barre-cellule').getByText('Enregistré').waitFor();

    await openGrid(page, 'Habitants mobilisés');
    const values = [];
    for (const territoire of ['Maryse Bastié', 'Rives du Cher'])
      values.push(await shown(page, territoire, 2024).innerText());
    expect(values).toEqual(['60', '132']);
  });

  it('loses nothing when the network goes: the value is sent when it is back', async () => {
    const page = await openAs(DEMO.referente);
    await openGrid(page, 'Habitants mobilisés');
    await page.context().setOffline(true);
    await cell(page, 'Bords de Loire', 2026).focus();
    await page.keyboard.type('41');
    await page.keyboard.press('Enter');
    await page.getByText('1 case non enregistrée').waitFor();
    expect(await shown(page, 'Bords de Loire', 2026).innerText()).toBe('41');

    await page.context().setOffline(false);
    await page.locator('pl-barre-cellule').getByText('Enregistré').waitFor();
    await openGrid(page, 'Habitants mobilisés');
    expect(await shown(page, 'Bords de Loire', 2026).innerText()).toBe('41');
  });

  it('reads the quarters of the other cities without writing in them, and years to come stay closed', async () => {
    const page = await openAs(DEMO.referente);
    await openGrid(page, 'Habitants mobilisés');
    expect(await cell(page, 'Rabière', 2025).getAttribute('aria-readonly')).toBe('true');
    expect(await cell(page, 'Maryse Bastié', 2028).getAttribute('aria-readonly')).toBe('true');
    expect(await shown(page, 'Maryse Bastié', 2028).innerText()).toBe('à venir');
  });
});
