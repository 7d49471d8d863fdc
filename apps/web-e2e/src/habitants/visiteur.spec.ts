import { complaints } from '../support/faults';
import { openPage } from '../support/pages';

describe('a visitor', () => {
  it('learns what this is and reads the fiches in force without an account', async () => {
    const page = await openPage();
    await page.goto('/');
    await page.getByRole('heading', { level: 1, name: 'Le contrat de ville, fiche par fiche' }).waitFor();
    expect(await page.title()).toContain('Plénière');

    await page.getByRole('link', { name: 'J’habite un quartier' }).click();
    await page.getByRole('link', { name: /Tours Métropole/ }).click();
    await page.getByRole('link', { name: 'Ce qui se fait', exact: true }).click();
    await page
      .getByRole('link', { name: /des lieux d’échange où les habitants se rencontrent/ })
      .first()
      .click();
    await page.waitForURL('**/habitants/*/fiches/**');
    await page
      .getByText(/un rendez-vous régulier permet de dire ce qui va/)
      .first()
      .waitFor();
    const read = await page.locator('main').innerText();
    expect(read).toContain('Toute question posée reçoit une réponse dans le mois');
    expect(read).not.toContain('Points de vigilance');
    expect(complaints(page)).toEqual([]);
  });

  it('enters the demo as somebody in one click, and leaves again', async () => {
    const page = await openPage();
    await page.goto('/');
    await page.getByRole('button', { name: /Samira Lahlou/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Bonjour Samira Lahlou' }).waitFor();

    await page.getByRole('button', { name: 'Samira Lahlou' }).click();
    await page.getByRole('button', { name: 'Se déconnecter' }).click();
    await page.getByRole('heading', { level: 1, name: 'Le contrat de ville, fiche par fiche' }).waitFor();
    expect(complaints(page)).toEqual([]);
  });

  it('logs in with an address and a password, and comes back where a link led', async () => {
    const page = await openPage();
    await page.goto('/fiches/T1.1');
    await page.waitForURL('**/connexion**');
    await page.getByLabel('Adresse électronique').fill('samira.lahlou@exemple.fr');
    await page.getByLabel('Mot de passe').fill('Pas-le-bon-mot-2026');
    await page.getByRole('button', { name: 'Se connecter', exact: true }).click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Mot de passe').fill('Quartiers-2030-en-commun');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/fiches/T1.1');
    await page.getByRole('heading', { level: 1, name: /T 1\.1/ }).waitFor();
    expect(complaints(page, { but: [401] })).toEqual([]);
  });
});
