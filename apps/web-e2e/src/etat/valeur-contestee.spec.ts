import type { Page } from 'playwright-core';
import { expectAccessible } from '../support/accessibility';
import { DEMO, openAs } from '../support/connexion';
import { complaints } from '../support/faults';
import { cell, openGrid, shown } from '../support/grille';

const INDICATEUR = 'Rythme des temps d’échange';

/** Opens the detail of a cell and gives it. */
async function openDetail(page: Page, territoire: string, annee: number) {
  await openGrid(page, INDICATEUR);
  await cell(page, territoire, annee).focus();
  await page.keyboard.press('Control+Enter');
  const detail = page.locator('pl-panneau-valeur');
  await detail.waitFor();
  return detail;
}

describe('a value that the State contests', () => {
  it('is shown with the one proposed, then replaced when the team accepts', async () => {
    const deleguee = await openAs(DEMO.deleguee);
    const detail = await openDetail(deleguee, 'Les Tourettes', 2026);
    await detail.getByRole('button', { name: 'Contester cette valeur' }).click();
    const fenetre = deleguee.getByRole('dialog');
    await fenetre.getByLabel(/^Valeur proposée/).fill('5');
    await fenetre.getByLabel('Motif').fill('Les deux séances du conseil citoyen étaient ouvertes à tous.');
    await fenetre.getByLabel('Source').fill('Comptes rendus du conseil citoyen');
    await fenetre.getByRole('button', { name: 'Contester' }).click();
    await detail.getByText('Les deux séances du conseil citoyen').waitFor();
    expect(await detail.innerText()).toMatch(/Valeur inscrite\s+3\sséances\s+Valeur proposée\s+5\sséances/);
    await expectAccessible(deleguee);

    const equipe = await openAs(DEMO.equipe);
    await equipe.goto('/indicateurs/contestations');
    const cas = equipe.getByRole('listitem').filter({ hasText: 'Les Tourettes' });
    await cas.getByRole('button', { name: 'Accepter' }).click();
    await equipe.getByLabel(/^Réponse à/).fill('Vous avez raison, merci.');
    await equipe.getByRole('dialog').getByRole('button', { name: 'Accepter' }).click();
    await cas.getByText('Vous avez raison, merci.').waitFor();
    await expectAccessible(equipe);

    await openGrid(deleguee, INDICATEUR);
    expect(await shown(deleguee, 'Les Tourettes', 2026).innerText()).toBe('5');
    expect([...complaints(deleguee), ...complaints(equipe)]).toEqual([]);
  });
});

describe('a value that astonishes', () => {
  it('is returned by the team with a reason, which its author reads beside it', async () => {
    const equipe = await openAs(DEMO.equipe);
    await equipe.goto('/indicateurs/verification?annee=2026&fiche=T1.1');
    await equipe.getByRole('checkbox', { name: `${INDICATEUR}, Bords de Loire, 2026` }).check();
    await equipe.getByRole('button', { name: 'Retourner avec un motif' }).click();
    await equipe.getByLabel('Ce qui est à reprendre').fill('Deux séances seulement\u202F?');
    await expectAccessible(equipe);
    await equipe.getByRole('dialog').getByRole('button', { name: 'Retourner' }).click();
    await equipe.getByRole('button', { name: 'Retournées (2)' }).waitFor();

    const referente = await openAs(DEMO.referente);
    const detail = await openDetail(referente, 'Bords de Loire', 2026);
    await detail.getByText('Deux séances seulement').first().waitFor();
    expect([...complaints(equipe), ...complaints(referente)]).toEqual([]);
  });

  it('is supported by a file, once one has said whether people are in it', async () => {
    const page = await openAs(DEMO.referente);
    const detail = await openDetail(page, 'Bords de Loire', 2026);
    const contenu = Buffer.from('date;séances\n12/03/2026;1\n18/09/2026;1\n');
    await detail
      .getByLabel('Pièce à joindre')
      .setInputFiles({ name: 'agenda-bords-de-loire.csv', mimeType: 'text/csv', buffer: contenu });
    await detail.getByRole('button', { name: 'Joindre', exact: true }).click();
    await detail.getByText('Répondez à cette question').waitFor();
    await detail.getByRole('radio', { name: 'Non' }).last().check();
    await detail.getByRole('button', { name: 'Joindre', exact: true }).click();

    const [telechargement] = await Promise.all([
      page.waitForEvent('download'),
      detail.getByRole('link', { name: 'agenda-bords-de-loire.csv' }).click(),
    ]);
    expect(telechargement.suggestedFilename()).toBe('agenda-bords-de-loire.csv');
    await expectAccessible(page);
    expect(complaints(page)).toEqual([]);
  });
});
