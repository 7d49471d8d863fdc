import { execFileSync } from 'node:child_process';
import { DEMO, openAs } from '../support/connexion';
import { complaints } from '../support/faults';
import { openPage } from '../support/pages';

describe('the team of the contrat', () => {
  it('exports the fiche as a tagged PDF that says what it is', async () => {
    const page = await openAs(DEMO.equipe);
    await page.goto('/fiches/T1.1');
    const address = await page.getByRole('link', { name: 'Exporter en PDF' }).getAttribute('href');
    const answer = await page.context().request.get(address ?? '');

    expect(answer.headers()['content-type']).toBe('application/pdf');
    expect(answer.headers()['content-disposition']).toContain('fiche-T1.1.pdf');
    const told = execFileSync('pdfinfo', ['-'], {
      input: await answer.body(),
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    expect(told).toMatch(/^Tagged:\s+yes$/m);
    expect(told).toMatch(/^Title:\s+.*T\s1\.1 – Ouvrir dans chaque quartier/m);
  });

  it('creates a fiche and fills in its first field', async () => {
    const page = await openAs(DEMO.equipe);
    await page.goto('/fiches');
    await page.getByRole('button', { name: 'Nouvelle fiche' }).click();
    const dialog = page.getByRole('dialog', { name: 'Nouvelle fiche' });
    await dialog.getByLabel('Enjeu').selectOption({ index: 1 });
    await dialog.getByLabel('Intitulé du projet').fill('Ouvrir les cours d’école le samedi');
    await dialog.getByRole('button', { name: 'Créer la fiche' }).click();

    await page.getByRole('heading', { level: 1, name: /Ouvrir les cours d’école le samedi/ }).waitFor();
    await page.getByText('Brouillon').first().waitFor();
    await page.goto('/fiches?q=cour ecoles');
    await page.getByRole('link', { name: /Ouvrir les cours d’école le samedi/ }).waitFor();
    expect(complaints(page)).toEqual([]);
  });

  it('changes an orientation, which the fiche then quotes', async () => {
    const page = await openAs(DEMO.equipe);
    await page.goto('/contrat/enjeux');
    await page
      .getByRole('button', { name: /^Modifier l’orientation 1 / })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    const texte = dialog.getByRole('textbox').first();
    await texte.press('Control+End');
    await texte.pressSequentially(' Partout.');
    const wanted = await texte.inputValue();
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText(wanted).waitFor();
    expect(wanted).toMatch(/Partout\.$/);
    expect(complaints(page)).toEqual([]);
  });

  it('invites a person, who chooses a password and enters', async () => {
    const page = await openAs(DEMO.equipe);
    await page.goto('/acteurs/personnes');
    await page.getByRole('button', { name: 'Ajouter une personne' }).click();
    let dialog = page.getByRole('dialog');
    await dialog.getByLabel('Prénom et nom').fill('Nadia Ferrand');
    await dialog.getByLabel('Fonction').fill('Cheffe de projet renouvellement urbain');
    await dialog.getByLabel('Adresse électronique professionnelle').fill('nadia.ferrand@exemple.fr');
    await dialog.getByRole('button', { name: 'Ajouter' }).click();
    await page.getByRole('heading', { name: 'Nadia Ferrand' }).waitFor();

    await page.getByRole('button', { name: 'Actions pour Nadia Ferrand' }).click();
    await page.getByRole('menuitem', { name: 'Donner un mandat' }).click();
    dialog = page.getByRole('dialog');
    await dialog.getByLabel('Organisation').selectOption({ label: 'Ville de Tours' });
    await dialog.getByRole('button', { name: 'Ajouter' }).click();
    await dialog.waitFor({ state: 'hidden' });

    await page.getByRole('button', { name: 'Inviter Nadia Ferrand' }).click();
    const lien = await page.getByRole('dialog').getByLabel('Lien d’activation').inputValue();
    expect(complaints(page)).toEqual([]);

    const invited = await openPage();
    await invited.goto(lien);
    await invited.getByText('Bonjour Nadia Ferrand').waitFor();
    await invited.getByLabel('Mot de passe').fill('Onze-tilleuls-et-un-banc-vert-9');
    await invited.getByLabel('Le même, une seconde fois').fill('Onze-tilleuls-et-un-banc-vert-9');
    await invited.getByRole('button', { name: 'Activer mon compte' }).click();
    await invited.getByRole('heading', { level: 1, name: /Bonjour Nadia Ferrand|Se connecter/ }).waitFor();
    expect(complaints(invited)).toEqual([]);
  });
});
