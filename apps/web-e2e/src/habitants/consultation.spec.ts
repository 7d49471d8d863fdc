import type { Page } from 'playwright-core';
import { expectAccessible, expectFits } from '../support/accessibility';
import { DEMO, openAs } from '../support/connexion';
import { complaints } from '../support/faults';
import { openPage, settled, TELEPHONE } from '../support/pages';

interface Consultation {
  id: string;
  version: number;
  question: string;
  statut: string;
  aModerer: number;
}

const HEURE = 3_600_000;
const AMORCES = [
  'Il faut un composteur au pied de chaque résidence',
  'Il faut un repas de quartier à chaque saison',
  'Il faut repeindre les passages piétons devant les écoles',
  'Il faut une boîte à livres dans chaque hall',
  'Il faut un atelier pour réparer les vélos',
  'Il faut des nichoirs dans les arbres du parc',
  'Il faut une fresque sur le mur du gymnase',
  'Il faut un numéro unique pour signaler une panne',
];

const api = async <T>(page: Page, path: string): Promise<T> =>
  (await (await page.context().request.get(`/api/v1${path}`)).json()) as T;

/** Writes as the person of this page does, from the version that was read. */
async function write<T>(page: Page, method: string, path: string, data: unknown, version = 0): Promise<T> {
  const cookies = await page.context().cookies();
  const token = cookies.find(({ name }) => name === 'XSRF-TOKEN')?.value ?? '';
  const headers = { 'X-XSRF-TOKEN': decodeURIComponent(token), 'If-Match': `"${version}"` };
  const answer = await page.context().request.fetch(`/api/v1${path}`, { method, headers, data });
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

const contratOf = async (page: Page): Promise<string> =>
  (await api<{ contrat: { id: string } }>(page, '/session')).contrat.id;

async function openOne(page: Page): Promise<Consultation> {
  const all = await api<Consultation[]>(page, `/contrats/${await contratOf(page)}/consultations`);
  const found = all.find(({ statut }) => statut === 'ouverte');
  if (!found) throw new Error('no open consultation in the demo');
  return found;
}

/** Every fact that guards the publication, written through the API; what is acted is acted on screen. */
async function prepare(page: Page, id: string, closesIn: number): Promise<Consultation> {
  const contrat = await contratOf(page);
  const [quartiers, board, { personne }, { version }] = await Promise.all([
    api<{ code: string }[]>(page, `/contrats/${contrat}/qpv`),
    api<{ enjeux: { fiches: { id: string }[] }[] }>(page, `/contrats/${contrat}/tableau-de-bord`),
    api<{ personne: { id: string } }>(page, '/session'),
    api<Consultation>(page, `/consultations/${id}`),
  ]);
  const written = await write<Consultation>(
    page,
    'PATCH',
    `/consultations/${id}`,
    {
      charte: 'Une idée par proposition, sans viser personne.',
      mentionRgpd: 'Aucun nom n’est demandé.',
      qpvCodes: quartiers.slice(0, 1).map(({ code }) => code),
      ficheIds: board.enjeux.flatMap(({ fiches }) => fiches.map((fiche) => fiche.id)).slice(0, 1),
      moderateurIds: [personne.id],
    },
    version,
  );
  const seeds = { amorces: AMORCES.map((texte) => ({ texte })) };
  await write(page, 'POST', `/consultations/${id}/amorces`, seeds);
  const now = Date.now();
  const dates = {
    ouverture: new Date(now - 2 * HEURE).toISOString(),
    finPropositions: new Date(now - HEURE).toISOString(),
    fin: new Date(now + closesIn).toISOString(),
  };
  return write(page, 'PUT', `/consultations/${id}/dates`, dates, written.version);
}

describe('two moderators on the same queue', () => {
  it('shows the second the name of the first, who decides by keyboard; a refusal has its motif', async () => {
    const [claire, samira] = await Promise.all([openAs(DEMO.equipe), openAs(DEMO.referente)]);
    const { id, aModerer } = await openOne(claire);
    expect(aModerer).toBeGreaterThan(1);
    await Promise.all([claire, samira].map((page) => page.goto(`/participation/consultations/${id}/moderation`)));
    await Promise.all([settled(claire), settled(samira)]);

    await claire.getByRole('button', { name: 'Commencer par la plus ancienne' }).click();
    const texte = await claire.locator('pl-examen-proposition blockquote').first().innerText();
    const line = samira.locator('pl-file-moderation button', { hasText: texte });
    await line.getByText('Claire Vasseur l’examine').waitFor();
    await line.click();
    await samira.getByRole('alert').getByText('Claire Vasseur est en train de l’examiner.').waitFor();
    expect(complaints(samira, { but: [409] })).toEqual([]);
    await expectAccessible(claire);
    await claire.setViewportSize(TELEPHONE);
    await expectFits(claire);

    await claire.keyboard.press('r');
    await expectAccessible(claire);
    await claire.getByRole('button', { name: 'Refuser avec ce motif' }).isDisabled();
    await claire.keyboard.press('6');
    await claire.getByRole('button', { name: 'Refuser avec ce motif' }).click();
    await line.waitFor({ state: 'detached' });
    await claire.getByText('Déjà décidées').click();
    await claire.locator('pl-deja-decidees li', { hasText: texte }).getByText('Plusieurs idées à la fois').waitFor();
    expect(complaints(claire)).toEqual([]);
  });
});

describe('the team, from a question to published results', () => {
  it('publishes once nothing is missing, closes by the clock, freezes, and publishes with a report', async () => {
    const claire = await openAs(DEMO.equipe);
    await claire.goto('/participation/consultations');
    await claire.getByRole('button', { name: 'Préparer une consultation' }).first().click();
    await claire.getByLabel('Question posée aux habitants').fill('Que faire de la place du marché ?');
    await claire.getByRole('button', { name: 'Commencer', exact: true }).click();
    await claire.waitForURL(/\/preparation$/);
    const id = /consultations\/([^/]+)/.exec(claire.url())?.[1] ?? '';
    await claire.getByText('Nommez au moins un modérateur.').waitFor();
    await expectAccessible(claire);

    const page = `/participation/consultations/${id}`;
    await claire.goto(page);
    const publish = claire.getByRole('button', { name: 'Publier', exact: true });
    await publish.waitFor();
    expect(await publish.isDisabled()).toBe(true);
    await claire.getByText('Écrivez la charte de la consultation.').waitFor();

    await prepare(claire, id, 25_000);
    await claire.goto(page);
    await publish.click();
    await claire.getByRole('alertdialog').getByRole('button', { name: 'Publier' }).click();
    await claire.locator('header').getByText('Derniers votes').waitFor();
    await expectAccessible(claire);

    const freeze = claire.getByRole('button', { name: 'Geler et analyser' });
    for (let essai = 0; essai < 20 && !(await freeze.isVisible()); essai += 1) {
      await claire.waitForTimeout(2000);
      await claire.reload();
      await settled(claire);
    }
    await freeze.click();
    await claire.getByRole('alertdialog').getByRole('button', { name: 'Geler et analyser' }).click();
    const restitute = claire.getByRole('button', { name: 'Publier les résultats' });
    await restitute.waitFor();
    expect(await restitute.isDisabled()).toBe(true);
    await claire.getByText('Le rapport n’est pas encore écrit.').waitFor();

    await claire.goto(`${page}/resultats`);
    await settled(claire);
    await claire.getByRole('textbox', { name: /^Rapport/ }).fill('Peu de votes, et une envie claire.');
    await claire.getByRole('textbox', { name: /^Méthode/ }).fill('Les moins vues d’abord, douze à la fois.');
    await claire.getByRole('button', { name: 'Enregistrer le rapport' }).click();
    await claire.getByText('Rapport enregistré.').waitFor();
    await expectAccessible(claire);
    await claire.setViewportSize(TELEPHONE);
    await expectFits(claire);

    await claire.goto(page);
    await restitute.click();
    await claire.getByRole('alertdialog').getByRole('button', { name: 'Publier les résultats' }).click();
    await claire.locator('header').getByText('Résultats publiés').waitFor();
    await claire.goto(`${page}/resultats`);
    const [open] = await Promise.all([
      claire.waitForEvent('download'),
      claire.getByRole('link', { name: 'Données ouvertes' }).click(),
    ]);
    expect(open.suggestedFilename()).toContain('.zip');
    expect(complaints(claire)).toEqual([]);
  }, 120_000);
});

describe('what follows a consultation', () => {
  it('shows groups of opinion, links an idea, tells a project and corrects it, and the residents read it', async () => {
    const claire = await openAs(DEMO.equipe);
    const all = await api<Consultation[]>(claire, `/contrats/${await contratOf(claire)}/consultations`);
    const page = `/participation/consultations/${all.find(({ statut }) => statut === 'suites')?.id}`;
    await claire.goto(`${page}/resultats`);
    await settled(claire);
    await claire.getByText('Ce qui réunit tous les groupes').waitFor();
    expect(await claire.locator('pl-groupes-opinion .tailles li').count()).toBe(2);
    await claire.getByRole('button', { name: 'Liens de la proposition 9', exact: true }).click();
    await claire.locator('pl-propositions-classees pl-liens-de-la-source').waitFor();
    await expectAccessible(claire);
    await claire.setViewportSize(TELEPHONE);
    await expectFits(claire);

    await claire.goto(`${page}/idees`);
    const idee = claire.locator('pl-carte-idee').filter({ hasText: 'Des halls sûrs et accueillants' });
    await idee.getByText('Fiches et actions que l’idée touche').click();
    await idee.getByRole('button', { name: 'Relier', exact: true }).click();
    const dialogue = claire.getByRole('dialog');
    await dialogue.getByLabel(/^Fiche/).selectOption({ index: 1 });
    await dialogue.getByLabel('À quelle étape').selectOption({ index: 1 });
    await dialogue.getByRole('button', { name: 'Relier' }).click();
    await idee.locator('pl-ligne-lien').waitFor();

    await claire.goto(`${page}/suites`);
    await claire.getByRole('button', { name: 'Donner des nouvelles de Le verger des allées' }).click();
    await dialogue.getByLabel('Ce qui s’est passé').fill('Les quarante arbres sont plantés.');
    await dialogue.getByRole('button', { name: 'Publier' }).click();
    const plan = claire.locator('pl-plan-projets');
    await plan.getByText('Les quarante arbres sont plantés.').waitFor();
    await plan
      .getByRole('button', { name: /^Corriger la nouvelle.*Le verger des allées$/ })
      .last()
      .click();
    await dialogue.getByLabel('Ce qui s’est passé').fill('Trente-huit arbres sont plantés.');
    await dialogue.getByRole('button', { name: 'Corriger' }).click();
    await plan.getByText('Trente-huit arbres sont plantés.').waitFor();
    await plan.getByText('corrigée depuis').waitFor();
    await expectAccessible(claire);
    await expectFits(claire);
    expect(complaints(claire)).toEqual([]);

    const resident = await openPage({ viewport: TELEPHONE, javaScriptEnabled: false });
    await resident.goto(`/habitants/tmvl-2024-2030/consultations/${page.split('/').at(-1)}/resultats`);
    await resident.getByText('Trente-huit arbres sont plantés.').waitFor();
    expect(await resident.getByText('Les quarante arbres sont plantés.').count()).toBe(0);
    await resident.getByText('Groupe A').first().waitFor();
  }, 90_000);
});
