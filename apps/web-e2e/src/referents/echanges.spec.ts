import type { Page } from 'playwright-core';
import { expectAccessible } from '../support/accessibility';
import { DEMO, openAs } from '../support/connexion';
import { complaints } from '../support/faults';
import { settled, TELEPHONE } from '../support/pages';

const CHAMP = 'Public cible';
const QUESTION = 'Les personnes sans logement sont-elles comptées\u202F?';

/** Opens the sheet of T 1.1. */
async function openSheet(page: Page): Promise<void> {
  await page.goto('/fiches/T1.1');
  await settled(page);
}

describe('two people around a field', () => {
  it('write to each other, live, and settle it', async () => {
    const [helene, samira] = await Promise.all([
      openAs(DEMO.deleguee),
      openAs(DEMO.referente, { viewport: TELEPHONE }),
    ]);
    await Promise.all([openSheet(helene), openSheet(samira)]);

    await helene.getByRole('button', { name: `Ouvrir un échange sur « ${CHAMP} »` }).click();
    const message = helene.getByLabel('Votre message');
    await message.fill(`${QUESTION} @sami`);
    await message.press('End');
    await helene.getByRole('option', { name: /^Samira Lahlou/ }).waitFor();
    await message.press('Enter');
    await expectAccessible(helene);
    await message.press('Control+Enter');
    await helene
      .getByRole('article', { name: `Échange sur « ${CHAMP} »` })
      .getByText(QUESTION)
      .waitFor();

    await samira.getByRole('button', { name: `1 échange ouvert sur « ${CHAMP} »` }).click();
    const volet = samira.getByRole('dialog', { name: 'Échanges' });
    await volet.getByText(QUESTION).waitFor();
    await volet.getByText('Notes de l’État').waitFor({ state: 'detached' });
    await expectAccessible(samira);
    await volet.getByRole('button', { name: /^Répondre sur/ }).click();
    await volet.getByLabel('Votre réponse').fill('Oui, par les maraudes.');
    await volet.getByRole('button', { name: 'Envoyer' }).click();

    const fil = helene.getByRole('article', { name: `Échange sur « ${CHAMP} »` });
    await fil.getByText('Oui, par les maraudes.').waitFor();
    await fil.getByRole('button', { name: /^Résolu/ }).click();
    await fil.waitFor({ state: 'detached' });
    await volet.getByText(QUESTION).waitFor({ state: 'detached' });
    await samira.keyboard.press('Escape');
    await volet.waitFor({ state: 'hidden' });
    expect([...complaints(helene), ...complaints(samira)]).toEqual([]);
  });

  it('lose nothing of what they have typed when they leave the page', async () => {
    const page = await openAs(DEMO.referente);
    await openSheet(page);
    await page.getByRole('button', { name: 'Ouvrir un échange sur « Pilote du projet »' }).click();
    await page.getByLabel('Votre message').fill('À finir');
    await page.goto('/fiches');
    await page.goto('/fiches/T1.1#echanges');
    await settled(page);
    await page.getByRole('button', { name: 'Nouvel échange' }).click();
    expect(await page.getByLabel('Votre message').inputValue()).toBe('À finir');
  });
});

describe('a demande de précision', () => {
  it('waits on the home page with its lateness, is answered, and leaves it', async () => {
    const page = await openAs(DEMO.referente);
    await page.goto('/');
    const attente = page.getByRole('link', { name: /1\sprécision à donner.*en retard/ });
    await attente.click();
    await page.getByText(/Attendue le 18 novembre 2026, en retard/).waitFor();
    await page.getByRole('button', { name: 'Répondre à la demande' }).click();
    await page.getByLabel(/^Votre réponse/).fill('La première voie au Sanitas et aux Fontaines, la seconde ailleurs.');
    await expectAccessible(page);
    await page
      .getByRole('dialog', { name: /^Répondre/ })
      .getByRole('button', { name: 'Répondre' })
      .click();
    await page.getByRole('article', { name: 'Demande de précision à Ville de Tours' }).getByText('Répondue').waitFor();
    await page.goto('/');
    await settled(page);
    await attente.waitFor({ state: 'detached' });
    expect(complaints(page)).toEqual([]);
  });
});

describe('notes of the State', () => {
  it('are read by its délégués, and by nobody else on the same sheet', async () => {
    const deleguee = await openAs(DEMO.deleguee);
    await deleguee.goto('/fiches/T1.1#echanges');
    await deleguee.getByText('Visite du 7 novembre au Sanitas').waitFor();
    await expectAccessible(deleguee);
    for (const email of [DEMO.equipe, DEMO.referente, DEMO.lectrice]) {
      const page = await openAs(email);
      await page.goto('/fiches/T1.1#echanges');
      await settled(page);
      expect(await page.getByText('Visite du 7 novembre').count()).toBe(0);
    }
  });
});
