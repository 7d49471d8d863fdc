import type { Page } from 'playwright-core';
import { expectAccessible, expectFits } from '../support/accessibility';
import { DEMO, openAs } from '../support/connexion';
import { complaints } from '../support/faults';
import { settled, TELEPHONE } from '../support/pages';

const FICHE = '/fiches/T2.1';

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click();
const statut = (page: Page, words: string) => page.locator('pl-puce-statut', { hasText: words }).first().waitFor();

async function open(email: string): Promise<Page> {
  const page = await openAs(email);
  await page.goto(FICHE);
  await settled(page);
  return page;
}

describe('the circuit of a fiche', () => {
  it('goes from the référente to the team, to the State and into force, then starts again', async () => {
    const referente = await open(DEMO.referente);
    await referente.getByText('Correction demandée à Samira Lahlou').waitFor();
    await expectAccessible(referente);
    await press(referente, 'Soumettre à la relecture');
    await statut(referente, 'En relecture');

    const equipe = await open(DEMO.equipe);
    await press(equipe, 'Transmettre à l’État');
    await statut(equipe, 'À l’avis de l’État');
    await equipe.getByText(/Avis de l’État attendu le .* dans 30/).waitFor();
    await expectAccessible(equipe);

    const deleguee = await open(DEMO.deleguee);
    await deleguee.getByLabel('Favorable avec réserves').check();
    const lieu = deleguee.locator('.champ', { has: deleguee.locator('#champ-cadreOu') });
    await lieu.getByRole('button', { name: /Ajouter un point/ }).click();
    await lieu.getByRole('textbox').fill('Dire à partir de quand.');
    await deleguee.getByText(/^Enregistré à/).waitFor();
    await expectAccessible(deleguee);
    expect(await equipe.getByText('Dire à partir de quand.').count()).toBe(0);
    await press(deleguee, 'Rendre l’avis');
    await lieu.getByText('Point ouvert').waitFor();

    await equipe.reload();
    await equipe.getByRole('button', { name: /Lever ce point/ }).click();
    const dialog = equipe.getByRole('dialog');
    await dialog.getByRole('textbox').fill('Dès mars 2027.');
    await dialog.getByRole('button', { name: 'Lever ce point' }).click();
    await equipe.getByText('Point levé').waitFor();
    await expectAccessible(equipe);
    await press(equipe, 'Mettre en vigueur');
    await statut(equipe, 'En vigueur');

    await referente.goto(FICHE);
    await press(referente, 'Réviser');
    const revision = referente.getByRole('dialog');
    await revision.getByRole('combobox').selectOption('decision');
    await revision.getByRole('textbox').fill('Comité de pilotage du 2 décembre 2026');
    await expectAccessible(referente);
    await revision.getByRole('button', { name: 'Réviser' }).click();
    await referente.getByText('Révision 3 en cours d’écriture – révision 2 en vigueur').waitFor();
    for (const page of [referente, equipe, deleguee]) expect(complaints(page)).toEqual([]);
  });

  it('shows what changes word by word, and each text that was in force, on a phone too', async () => {
    const page = await openAs(DEMO.referente, { viewport: TELEPHONE });
    await page.goto('/fiches/E2.2/difference');
    await page.getByRole('heading', { name: 'De la révision 1 à la révision 2' }).waitFor();
    await page.locator('ins', { hasText: '18-25' }).first().waitFor();
    await expectAccessible(page);
    await expectFits(page);
    await page.getByRole('link', { name: 'Toutes les révisions' }).click();
    await page.getByRole('link', { name: 'Lire ce texte' }).last().click();
    await page.getByRole('heading', { name: /Révision 1 – En vigueur/ }).waitFor();
    await expectAccessible(page);
    await expectFits(page);
    expect(complaints(page)).toEqual([]);
  });

  it('leaves the text in force to whoever reads nothing else', async () => {
    const page = await openAs(DEMO.lectrice);
    await page.goto('/fiches/E2.2');
    await page.locator('#champ-publicCible', { hasText: 'Jeunes de 12 à 25 ans' }).waitFor();
    expect(await page.getByText('dont un tiers de 18-25 ans').count()).toBe(0);
    await statut(page, 'En vigueur');
    expect(complaints(page)).toEqual([]);
  });
});
