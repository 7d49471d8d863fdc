import type { Page } from 'playwright-core';
import { expectAccessible, expectFits } from '../support/accessibility';
import { DEMO, openAs } from '../support/connexion';
import { complaints } from '../support/faults';
import { openPage, TELEPHONE } from '../support/pages';

interface Seance {
  id: string;
  date: string;
  statut: string;
  espace: { nom: string };
  codeEmargement: string;
  presences: { role: string; trancheAge: string | null; parTelephone: boolean }[];
  comptages: { role: string; n: number }[];
  questions: { texte: string }[];
  notes: { texte: string }[];
}

const api = async <T>(page: Page, path: string): Promise<T> =>
  (await (await page.context().request.get(`/api/v1${path}`)).json()) as T;

const contratOf = async (page: Page): Promise<string> =>
  (await api<{ contrat: { id: string } }>(page, '/session')).contrat.id;

/** A séance of the demo, by its espace and whether it is still to come. */
async function find(page: Page, espace: string, statut: string): Promise<Seance> {
  const seances = await api<Seance[]>(page, `/contrats/${await contratOf(page)}/seances-dialogue`);
  const found = seances.find((seance) => seance.espace.nom === espace && seance.statut === statut);
  if (!found) throw new Error(`no séance of ${espace}`);
  return api<Seance>(page, `/seances-dialogue/${found.id}`);
}

const tap = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

describe('a mediator in a community hall', () => {
  it('counts and takes down without a network, through a reload; everything arrives once', async () => {
    const page = await openAs(DEMO.equipe, { offline: true, viewport: TELEPHONE });
    const { id, presences } = await find(page, 'Permanence de la Rabaterie', 'tenue');
    await page.goto(`/participation/seances/${id}`);
    await page.getByRole('link', { name: 'Saisir dans la salle' }).click();
    await page.getByText('La page marche aussi sans réseau').waitFor({ timeout: 40_000 });
    await expectFits(page);
    await expectAccessible(page);

    await page.context().setOffline(true);
    await page.getByText(/Hors ligne\. Ce que vous saisirez/).waitFor();
    await tap(page, '15–24 ans');
    await tap(page, 'Femme');
    await tap(page, '1re fois');
    await tap(page, '+1 habitant');
    await tap(page, '+1 habitant');
    await page.getByLabel('Habitants comptés').fill('23');
    await tap(page, 'Garder ce comptage');
    const question = 'Quand la fuite du bâtiment C sera-t-elle réparée ?';
    await page.getByLabel('Ce que l’habitant demande, dans ses mots').fill(question);
    await tap(page, 'Garder la question');
    const note = 'On demande une permanence le soir.';
    await page.getByLabel('Ce qui se dit, pour le compte rendu').fill(note);
    await tap(page, 'Garder la note');
    await page.getByText(/5\ssaisies sur ce téléphone/).waitFor();
    await expectAccessible(page);

    await page.reload();
    await page.getByText(/5\ssaisies sur ce téléphone/).waitFor();
    await page.getByText(question).waitFor();

    await page.context().setOffline(false);
    await page.getByText(/Tout est envoyé/).waitFor({ timeout: 40_000 });
    await page.reload();
    await page.getByText(question).waitFor();
    const after = await api<Seance>(page, `/seances-dialogue/${id}`);
    expect(after.presences).toHaveLength(presences.length + 2);
    expect(after.presences.filter(({ trancheAge }) => trancheAge === '15-24').length).toBe(
      presences.filter(({ trancheAge }) => trancheAge === '15-24').length + 1,
    );
    expect(after.comptages.find(({ role }) => role === 'habitant')?.n).toBe(23);
    expect(after.questions.filter(({ texte }) => texte === question)).toHaveLength(1);
    expect(after.notes.filter(({ texte }) => texte === note)).toHaveLength(1);
  }, 180_000);
});

describe.each([
  ['with a script', true],
  ['without a script', false],
])('a resident in the hall, %s', (_, javaScriptEnabled) => {
  it('declares a presence by the code of the poster, once per phone, without a name', async () => {
    const team = await openAs(DEMO.equipe);
    const { id, codeEmargement, presences } = await find(team, 'Permanence de la Rabaterie', 'tenue');
    await team.goto(`/participation/seances/${id}/affiche`);
    await team.getByRole('img', { name: /^Code QR/ }).waitFor();
    await expectAccessible(team);

    const phone = await openPage({ viewport: TELEPHONE, javaScriptEnabled });
    await phone.goto(`/emargement/${await contratOf(team)}/${codeEmargement}`);
    for (const age of ['25 à 59 ans', '60 à 74 ans']) {
      await phone.getByLabel('Mon âge').selectOption({ label: age });
      if (javaScriptEnabled) await expectAccessible(phone);
      await expectFits(phone);
      await tap(phone, 'Je suis là');
      await phone.getByRole('heading', { name: 'C’est noté, merci' }).waitFor();
      await phone.getByRole('link', { name: 'Corriger ma réponse' }).click();
    }
    expect(complaints(phone)).toEqual([]);
    const after = await api<Seance>(team, `/seances-dialogue/${id}`);
    const declared = after.presences.filter(({ parTelephone }) => parTelephone);
    expect(declared.length - presences.filter(({ parTelephone }) => parTelephone).length).toBe(1);
  });
});

describe('the pages of the participation', () => {
  it('are accessible, and fit a phone', async () => {
    const page = await openAs(DEMO.equipe);
    const { id } = await find(page, 'Conseil citoyen du Sanitas', 'close');
    for (const path of ['', '/espaces', '/espaces/niveaux', '/seances', `/seances/${id}`, `/seances/${id}/feuille`]) {
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.goto(`/participation${path}`);
      await page.locator('.pl-papier').first().waitFor();
      await expectAccessible(page);
      await page.setViewportSize(TELEPHONE);
      await expectFits(page);
    }
    expect(complaints(page)).toEqual([]);
  });
});
