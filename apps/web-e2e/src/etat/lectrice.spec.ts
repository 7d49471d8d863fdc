import type { Page } from 'playwright-core';
import { ask, DEMO, openAs } from '../support/connexion';
import { complaints } from '../support/faults';
import { keepPages, settled } from '../support/pages';

/** What invites to change something, on any page. */
const CHANGE = /^(Modifier|Remplir|Supprimer|Ajouter|Inviter|Nouvelle|Nouvel|Créer|Donner)/;

async function contratId(page: Page): Promise<string> {
  const session = (await (await page.context().request.get('/api/v1/session')).json()) as { contrat: { id: string } };
  return session.contrat.id;
}

async function ficheId(page: Page): Promise<string> {
  return ((await (await page.context().request.get('/api/v1/fiches/T1.1')).json()) as { id: string }).id;
}

describe('a lectrice', () => {
  let page: Page;

  beforeAll(async () => {
    page = await openAs(DEMO.lectrice);
    keepPages();
  });

  it.each([
    '/fiches',
    '/fiches/T1.1',
    '/fiches/T1.1/actions',
    '/fiches/T1.1/indicateurs',
    '/fiches/T1.1/declinaisons',
    '/indicateurs',
    '/contrat',
    '/contrat/enjeux',
    '/contrat/quartiers',
    '/acteurs',
    '/acteurs/personnes',
  ])('reads %s, where nothing invites her to change anything', async (path) => {
    await page.goto(path);
    await settled(page);
    const main = page.locator('main');
    expect(await main.getByRole('button', { name: CHANGE }).allInnerTexts()).toEqual([]);
    expect(await main.getByRole('textbox').count()).toBe(0);
    expect(complaints(page)).toEqual([]);
  });

  it('does not see what is still being written', async () => {
    await page.goto('/fiches/E1.3');
    await page.getByRole('alert').waitFor();
    expect(complaints(page, { but: [404] })).toEqual([]);
  });

  it('is refused by the API whatever she sends', async () => {
    const [contrat, fiche] = await Promise.all([contratId(page), ficheId(page)]);
    const writes: [string, string, unknown][] = [
      ['PUT', `/fiches/${fiche}/champs/titre`, { valeur: 'Un autre titre' }],
      ['POST', `/fiches/${fiche}/actions`, { titre: 'Une action' }],
      ['POST', `/contrats/${contrat}/fiches`, { enjeuId: crypto.randomUUID(), titre: 'Une fiche', rang: null }],
      ['POST', `/contrats/${contrat}/valeurs`, { saisies: [] }],
      ['POST', `/contrats/${contrat}/personnes`, { nom: 'X', fonction: 'Y', email: null }],
      ['PATCH', `/contrats/${contrat}`, { titreCourt: 'Autre' }],
    ];
    for (const [method, path, data] of writes)
      expect([method, path, await ask(page, method, path, data)]).toEqual([method, path, 403]);
  });
});
