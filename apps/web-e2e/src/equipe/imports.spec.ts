import { expectAccessible, expectFits } from '../support/accessibility';
import { DEMO, openAs } from '../support/connexion';
import { complaints } from '../support/faults';
import { settled, TELEPHONE } from '../support/pages';

const FICHE = `Fiche Projet n° : T 1.8
Enjeu transversal 1 : Participation citoyenne
Tenir un jardin commun au pied des tours
Pilote du projet : Ville de Tours
Résultats attendus
- Un jardin ouvert toute l’année
- Des voisins qui se connaissent
Public cible : Tous les habitants
Freins
- Le manque d’eau en été
`;

const VALEURS = `fiche;indicateur;zone_nom;date_valeur;valeur
T1.1;Habitants mobilisés;Le Sanitas;2024;401
T1.1;Habitants mobilisés;Quartier inconnu;2024;12
`;

describe('bringing in what exists', () => {
  it('reads a fiche written elsewhere, with every character accounted for', async () => {
    const page = await openAs(DEMO.equipe);
    await page.goto('/fiches/import');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'jardin.txt', mimeType: 'text/plain', buffer: Buffer.from(FICHE) });
    await page
      .getByRole('link', { name: /jardin\.txt|Tenir un jardin/ })
      .first()
      .click();
    await settled(page);

    await page
      .getByText(/caractères lus/)
      .first()
      .waitFor();
    await page.getByText('Le manque d’eau en été').first().waitFor();
    await expectAccessible(page);
    await page.setViewportSize(TELEPHONE);
    await expectFits(page);
    expect(complaints(page)).toEqual([]);
  });

  it('shows what a file of values would change before anything is written', async () => {
    const page = await openAs(DEMO.equipe);
    await page.goto('/indicateurs/import');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'valeurs.csv', mimeType: 'text/csv', buffer: Buffer.from(VALEURS) });
    await page.waitForURL(/\/indicateurs\/import\/.+/);
    await settled(page);

    await page
      .getByText(/1.changée/)
      .first()
      .waitFor();
    await page
      .getByText(/1.refusée/)
      .first()
      .waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: /Appliquer les lignes valides/ }).click();
    await page.getByRole('button', { name: 'Annuler cet import' }).waitFor();
    expect(complaints(page)).toEqual([]);
  });
});
