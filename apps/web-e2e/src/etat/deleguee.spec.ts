import { ask, DEMO, openAs } from '../support/connexion';
import { complaints } from '../support/faults';

describe('a déléguée du préfet', () => {
  it('reads how far each quarter has come, then one of them, then one indicator', async () => {
    const page = await openAs(DEMO.deleguee);
    await page.goto('/quartiers');
    const liste = page.getByRole('region', { name: 'Liste des quartiers' });
    await liste.getByRole('link', { name: 'Sanitas' }).waitFor();
    expect(await liste.getByRole('listitem').count()).toBe(13);

    await liste.getByRole('link', { name: 'Sanitas' }).click();
    await page.getByRole('heading', { level: 1, name: 'Sanitas' }).waitFor();
    const bilan = page.getByRole('region', { name: /Où en est-on/ });
    await bilan.getByText('En retard sur la cible').first().waitFor();
    const indicateurs = page.getByRole('region', { name: 'Les indicateurs, fiche par fiche' });
    await indicateurs.getByText('Rythme des temps d’échange').first().waitFor();
    expect(await indicateurs.innerText()).toMatch(/12/);

    await page.goto('/indicateurs');
    await page.getByRole('link', { name: 'Habitants mobilisés' }).first().click();
    await page.getByRole('heading', { level: 1, name: /Habitants mobilisés/ }).waitFor();
    await page
      .getByRole('img', { name: /en 2026/ })
      .first()
      .waitFor();
    expect(complaints(page)).toEqual([]);
  });

  it('reads the fiche and its follow-up but changes nothing', async () => {
    const page = await openAs(DEMO.deleguee);
    await page.goto('/fiches/T1.1');
    await page.getByRole('heading', { level: 2, name: 'Résultat(s) attendu(s)' }).waitFor();
    expect(await page.getByRole('button', { name: /^(Modifier|Remplir)/ }).count()).toBe(0);
    const annee = { indicateurId: crypto.randomUUID(), annee: 2025, territoire: null, valeur: 1, version: 0 };
    const contrat = await page.evaluate(async () => {
      const { contrat: lu } = (await (await fetch('/api/v1/session')).json()) as { contrat: { id: string } };
      return lu.id;
    });
    expect(await ask(page, 'POST', `/contrats/${contrat}/valeurs`, { saisies: [annee] })).toBe(403);
  });
});
