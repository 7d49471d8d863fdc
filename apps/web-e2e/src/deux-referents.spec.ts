import { DEMO, openAs } from './support/connexion';
import { champ, editChamp, saved } from './support/fiche';

const CHAMP = 'facteursDefavorables';

describe('two référents on the same field at once', () => {
  it('shows both texts to the second, who chooses: nothing is overwritten', async () => {
    const [samira, julien] = await Promise.all([openAs(DEMO.referente), openAs(DEMO.autreReferent)]);
    await Promise.all([samira.goto('/fiches/T1.1'), julien.goto('/fiches/T1.1')]);
    await editChamp(samira, CHAMP);
    await editChamp(julien, CHAMP);

    await samira.keyboard.type(' Vu de Tours.');
    await saved(samira, CHAMP);
    await julien.keyboard.type(' Vu de Joué.');

    const choice = champ(julien, CHAMP).getByRole('alert');
    await choice.getByText(/Samira Lahlou a modifié/).waitFor();
    expect(await choice.innerText()).toContain('Vu de Tours.');
    expect(await choice.innerText()).toContain('Vu de Joué.');

    await choice.getByRole('button', { name: 'Garder le mien' }).click();
    await saved(julien, CHAMP);
    await samira.reload();
    await champ(samira, CHAMP).getByText('Vu de Joué.').waitFor();
    await samira.goto('/fiches/T1.1/historique');
    await samira.getByText('Avant et après').first().click();
    const [before, after] = await samira.locator('details[open] p').allInnerTexts();
    expect(before).toContain('Vu de Tours.');
    expect(after).toContain('Vu de Joué.');
  });

  it('lets the second take the text of the first', async () => {
    const [samira, julien] = await Promise.all([openAs(DEMO.referente), openAs(DEMO.autreReferent)]);
    await Promise.all([samira.goto('/fiches/T1.1'), julien.goto('/fiches/T1.1')]);
    await editChamp(samira, CHAMP);
    await editChamp(julien, CHAMP);

    await samira.keyboard.type(' Relu à Tours.');
    await saved(samira, CHAMP);
    await julien.keyboard.type(' Relu à Joué.');
    await julien.getByRole('button', { name: 'Prendre le texte enregistré' }).click();
    await julien.reload();
    await champ(julien, CHAMP).getByText('Relu à Tours.').waitFor();
    expect(await champ(julien, CHAMP).innerText()).not.toContain('Relu à Joué.');
  });
});
