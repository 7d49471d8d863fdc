import { readFileSync } from 'node:fs';
import { expectAccessible, expectFits } from '../support/accessibility';
import { DEMO, openAs } from '../support/connexion';
import { complaints } from '../support/faults';
import { settled, TELEPHONE } from '../support/pages';

async function downloaded(page: Awaited<ReturnType<typeof openAs>>): Promise<{ name: string; content: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Télécharger' }).click(),
  ]);
  return { name: download.suggestedFilename(), content: readFileSync(await download.path()) };
}

describe('taking values out', () => {
  it.each(['xlsx', 'csv-machine'])('and bringing the %s back changes nothing', async (format) => {
    const page = await openAs(DEMO.equipe);
    await page.goto(`/indicateurs/export?format=${format}`);
    await settled(page);
    await page.getByRole('table', { name: 'Premières lignes du fichier' }).waitFor();
    await expectAccessible(page);
    const { name, content } = await downloaded(page);
    expect(name).toMatch(/^valeurs-\d{4}-\d\d-\d\d\.(xlsx|csv)$/);

    await page.goto('/indicateurs/import');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: content });
    await page.getByText('Ce fichier ne change rien').waitFor();
    expect(complaints(page)).toEqual([]);
  });

  it('tells a lectrice what she does not read, on a phone too', async () => {
    const page = await openAs(DEMO.lectrice);
    await page.setViewportSize(TELEPHONE);
    await page.goto('/indicateurs/export?format=csv');
    await settled(page);
    await page.getByText(/valeurs masquées pour que personne ne soit reconnu/).waitFor();
    await expectFits(page);
    const { content } = await downloaded(page);
    expect(content.toString()).toMatch(/;<\u202F5;/);
    expect(complaints(page)).toEqual([]);
  });
});
