import type { Page } from 'playwright-core';
import { expectAccessible, expectFits } from '../support/accessibility';
import { DEMO, openAs } from '../support/connexion';
import { champ, editChamp, saved } from '../support/fiche';
import { settled, TELEPHONE } from '../support/pages';

const FICHE = '/fiches/T2.1';
const CHAMP = 'facteursDefavorables';

/** Samira saves a text while Julien types another in the same field, which a cut of his network has kept from leaving. */
async function writeBoth(theirs: string, mine: string): Promise<{ samira: Page; julien: Page }> {
  const [samira, julien] = await Promise.all([openAs(DEMO.referente), openAs(DEMO.autreReferent)]);
  await Promise.all([samira.goto(FICHE), julien.goto(FICHE)]);
  await Promise.all([settled(samira), settled(julien)]);
  await julien.getByRole('list', { name: 'Aussi sur cette fiche' }).getByText('Samira Lahlou').waitFor();
  await editChamp(samira, CHAMP);
  await editChamp(julien, CHAMP);
  let cut = true;
  await julien.route('**/champs/**', (route) => (cut ? route.abort('internetdisconnected') : route.continue()));
  await julien.keyboard.type(mine);
  await champ(julien, CHAMP)
    .getByText(/Hors ligne, rien n’est perdu/)
    .waitFor();
  await samira.keyboard.type(theirs);
  await saved(samira, CHAMP);
  await champ(julien, CHAMP).getByRole('alert').waitFor();
  cut = false;
  return { samira, julien };
}

describe('two référents on the same field at once', () => {
  it('shows both texts to the second as soon as the first saves, who chooses: nothing is overwritten', async () => {
    const { samira, julien } = await writeBoth(' Vu de Tours.', ' Vu de Joué.');
    const choice = champ(julien, CHAMP).getByRole('alert');
    await choice.getByText(/Samira Lahlou a modifié/).waitFor();
    expect(await choice.innerText()).toContain('Vu de Tours.');
    expect(await choice.innerText()).toContain('Vu de Joué.');
    await expectAccessible(julien);
    await julien.setViewportSize(TELEPHONE);
    await expectFits(julien);

    await choice.getByRole('button', { name: 'Garder le mien' }).click();
    await saved(julien, CHAMP);
    await champ(samira, CHAMP).getByText('Vu de Joué.').waitFor();
    await samira.goto(`${FICHE}/historique`);
    const dernier = samira.locator('pl-changement-lu').first();
    await dernier.locator('ins', { hasText: 'Joué' }).waitFor({ state: 'attached' });
    await dernier.locator('del', { hasText: 'Tours' }).waitFor({ state: 'attached' });
  });

  it('lets the second take the text of the first', async () => {
    const { julien } = await writeBoth(' Relu à Tours.', ' Relu à Joué.');
    await julien.getByRole('button', { name: 'Prendre le texte enregistré' }).click();
    await julien.reload();
    await champ(julien, CHAMP).getByText('Relu à Tours.').waitFor();
    expect(await champ(julien, CHAMP).innerText()).not.toContain('Relu à Joué.');
  });
});
