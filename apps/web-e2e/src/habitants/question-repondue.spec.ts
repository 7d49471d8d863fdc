import { expectAccessible } from '../support/accessibility';
import { DEMO, openAs } from '../support/connexion';
import { complaints } from '../support/faults';
import { openPage, settled, TELEPHONE } from '../support/pages';

const QUESTION = /trottoirs de la rue Blaise-Pascal/;
const ANSWER = 'Les trottoirs seront abaissés en février, des deux côtés de la rue.';

describe('a référente who answers a resident', () => {
  it('finds the question by its due date, writes, publishes, and the resident reads it and says that it helped', async () => {
    const page = await openAs(DEMO.referente);
    await page.goto('/participation/questions');
    await settled(page);
    await page.getByRole('link', { name: QUESTION }).first().click();
    await page.getByRole('heading', { name: 'Répondre' }).waitFor();
    await expectAccessible(page);

    await page.getByLabel('Réponse, en français simple').fill(ANSWER);
    await page.getByLabel('Fonction de qui répond').fill('Responsable de la voirie');
    await page.getByRole('region', { name: 'Ce que l’habitant lira' }).getByText(ANSWER).waitFor();
    await page
      .getByText(/Enregistré/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Publier la réponse' }).click();
    await page.getByRole('heading', { name: 'Compléter la réponse' }).waitFor();
    expect(complaints(page)).toEqual([]);

    const resident = await openPage({ viewport: TELEPHONE, javaScriptEnabled: false });
    await resident.goto('/habitants/tmvl-2024-2030/questions');
    await resident.getByRole('link', { name: QUESTION }).click();
    await resident.getByText(ANSWER).waitFor();
    await resident
      .getByText(/Responsable de la voirie/)
      .first()
      .waitFor();
    await resident.getByRole('button', { name: /^Oui/ }).click();
    await resident.getByText(/Merci/).first().waitFor();
  });
});
