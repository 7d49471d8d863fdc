import { expectAccessible, expectFits } from '../support/accessibility';
import { openAs } from '../support/connexion';
import { complaints } from '../support/faults';
import { settled, TELEPHONE } from '../support/pages';

/** People of the second demo contrat, where one value of the year is missing. */
const CAMILLE = 'camille.fournier@exemple.fr';
const YANN = 'yann.kervella@exemple.fr';

const DANS_UN_MOIS = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);

describe('a campagne from its opening to its closing', () => {
  it('is opened and reminded by the team, filled by the référent, closed: nothing moves any more', async () => {
    const camille = await openAs(CAMILLE);
    await camille.goto('/campagne');
    await expectAccessible(camille);
    await camille.getByRole('button', { name: 'Ouvrir une campagne' }).click();
    await camille.getByLabel('Échéance').fill(DANS_UN_MOIS);
    await camille.getByLabel(/^Consigne/).fill('Comptez chaque café tenu.');
    await camille.getByRole('button', { name: 'Ouvrir la campagne' }).click();
    await camille.getByText('Comptez chaque café tenu.').waitFor();
    const place = camille.getByRole('button', { name: /^T.1\.1, .*Amboise/ });
    expect(await place.innerText()).toMatch(/En cours\s+1 sur 2/);
    await expectAccessible(camille);

    await camille.getByRole('button', { name: 'Relancer' }).click();
    await camille.getByRole('checkbox', { name: /Yann Kervella/ }).waitFor();
    await camille.getByText(/Bonjour Yann Kervella/).waitFor();
    await expectAccessible(camille);
    await camille.getByRole('button', { name: /Envoyer 1.courriel/ }).click();
    await camille.getByText(/Relance 1/).waitFor();

    const yann = await openAs(YANN);
    await yann.goto('/');
    await yann.getByRole('link', { name: /1.valeur \d{4} à saisir avant le/ }).waitFor();
    await yann.goto('/campagne');
    expect(await yann.getByRole('button', { name: 'Clore' }).count()).toBe(0);
    await yann.getByRole('button', { name: /^T.1\.1, .*Amboise/ }).press('Enter');
    await yann.getByRole('heading', { name: 'Ce qui manque' }).waitFor();
    await expectAccessible(yann);
    await yann.setViewportSize(TELEPHONE);
    await settled(yann);
    await expectAccessible(yann);
    await expectFits(yann);
    await yann.setViewportSize({ width: 1440, height: 900 });
    await yann.locator('pl-place-campagne').getByRole('link').first().click();
    // The grid opens on that territory alone: its row, 2024 first.
    await yann.getByRole('gridcell').nth(2).focus();
    await yann.keyboard.type('12');
    await yann.keyboard.press('Enter');
    await yann.locator('pl-barre-cellule').getByText('Enregistré').waitFor();

    // The screen of the team follows by itself.
    await camille.getByRole('button', { name: /^T.1\.1, .*Amboise.*Complet 2 sur 2/ }).waitFor();
    await camille.getByRole('button', { name: 'Clore' }).click();
    await camille.getByRole('button', { name: 'Clore la campagne' }).click();
    await camille.getByText(/^Close le/).waitFor();
    await camille.getByRole('button', { name: 'Rouvrir' }).waitFor();
    await expectAccessible(camille);
    expect([...complaints(camille), ...complaints(yann)]).toEqual([]);
  });
});
