import { execFileSync } from 'node:child_process';
import { expectAccessible, expectFits } from '../support/accessibility';
import { DEMO, openAs } from '../support/connexion';
import { complaints } from '../support/faults';
import { settled, TELEPHONE } from '../support/pages';

describe('the history', () => {
  it('tells who changed what, word by word, and compares the texts of two days', async () => {
    const page = await openAs(DEMO.equipe);
    await page.goto('/contrat/journal?objet=fiche');
    await settled(page);
    await page.getByRole('button', { name: 'Tout déplier' }).click();
    await page.locator('pl-changement-lu').first().waitFor();
    await expectAccessible(page);
    await page.getByLabel('Depuis le').fill('2026-01-01');
    await page.getByLabel('Depuis le').blur();
    await page.waitForURL(/depuis=2026-01-01/);
    await page.getByRole('button', { name: 'Ranger par jour' }).click();
    await page.waitForURL(/vue=jours/);
    await settled(page);
    await expectAccessible(page);

    await page.goto('/fiches/T3.1/historique');
    await settled(page);
    await page.getByLabel('Texte du').waitFor();
    await expectAccessible(page);
    await page.getByLabel('Texte du').fill(new Date().toISOString().slice(0, 10));
    await page.getByRole('button', { name: 'Comparer' }).click();
    await page.getByRole('link', { name: 'Télécharger en PDF' }).waitFor();
    await settled(page);
    await expectAccessible(page);
    const adresse = await page.getByRole('link', { name: 'Télécharger en PDF' }).getAttribute('href');
    const pdf = await page.request.get(adresse ?? '');
    expect(execFileSync('pdftotext', ['-', '-'], { input: await pdf.body(), encoding: 'utf8' })).toContain(
      'Différences',
    );
    expect(complaints(page)).toEqual([]);
  });

  it('reads on a phone', async () => {
    const page = await openAs(DEMO.equipe, { viewport: TELEPHONE });
    for (const adresse of ['/contrat/journal', '/fiches/T1.1/historique']) {
      await page.goto(adresse);
      await settled(page);
      await expectFits(page);
      await expectAccessible(page);
    }
  });
});
