import { expectAccessible, expectFits } from './support/accessibility';
import { DEMO, openAs } from './support/connexion';
import { complaints } from './support/faults';
import { editChamp } from './support/fiche';
import { cell, openGrid } from './support/grille';
import { BUREAU, ETROIT, keepPages, openPage, settled, TELEPHONE } from './support/pages';
import type { Page } from 'playwright-core';

/** Everybody's pages, then those of a member of the team, who sees every control. */
const PUBLIC = [
  '/',
  '/connexion',
  '/connexion/second-facteur',
  '/habitants',
  '/habitants/tmvl-2024-2030',
  '/habitants/tmvl-2024-2030/fiches',
  '/habitants/tmvl-2024-2030/fiches/T1.1',
  '/habitants/tmvl-2024-2030/quartiers',
  '/habitants/tmvl-2024-2030/questions',
  '/habitants/tmvl-2024-2030/questions/poser',
  '/habitants/tmvl-2024-2030/consultations',
  '/habitants/tmvl-2024-2030/changements',
  '/habitants/tmvl-2024-2030/vos-donnees',
  'the page of a quartier for residents',
  '/une-page-qui-n-existe-pas',
  '/activation/perdu',
];
const WORKSPACE = [
  '/',
  '/fiches',
  '/fiches?q=aucune+fiche+ne+dit+cela',
  '/fiches/import',
  '/fiches/T1.1',
  '/fiches/T1.1/actions',
  '/fiches/T1.1/indicateurs',
  '/fiches/T1.1/declinaisons',
  '/fiches/T1.1/historique',
  '/indicateurs',
  '/indicateurs/lecture',
  '/indicateurs/nouveau?fiche=T1.1',
  '/indicateurs/import',
  '/indicateurs/verification',
  '/indicateurs/contestations',
  'the page of an indicateur',
  '/quartiers',
  'the page of a quartier',
  '/participation',
  '/participation/espaces',
  '/participation/espaces/niveaux',
  '/participation/seances',
  '/participation/consultations',
  '/participation/consultations/externes',
  'the page of a consultation',
  '/contrat',
  '/contrat/enjeux',
  '/contrat/quartiers',
  '/campagne',
  '/contrat/journal',
  '/acteurs',
  '/acteurs/personnes',
  '/acteurs/demandes',
  '/compte',
  '/compte/notifications',
  '/notifications',
  '/contrat/donnees-personnelles',
  '/reprise',
];

/** Pages whose address holds an identifier are reached as people do, through a link. */
const THROUGH: Readonly<Record<string, [from: string, link: RegExp]>> = {
  'the page of a consultation': ['/participation/consultations', /plus agréable à vivre/],
  'the page of a quartier for residents': ['/habitants/tmvl-2024-2030/quartiers', /Sanitas/],
  'the page of an indicateur': ['/indicateurs', /^Habitants mobilisés/],
  'the page of a quartier': ['/quartiers', /Sanitas/],
};

async function show(page: Page, path: string): Promise<void> {
  const [from, link] = THROUGH[path] ?? [path];
  await page.goto(from);
  await settled(page);
  if (!link) return;
  await page.getByRole('link', { name: link }).first().click();
  await page.waitForURL((url) => url.pathname !== from);
  await settled(page);
}

/** What holds for every page: light at a desk, dark on a phone, and nothing wider than the narrowest screen. */
async function expectSound(page: Page, answers: number[] = []): Promise<void> {
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize(TELEPHONE);
  await settled(page);
  await expectAccessible(page);
  await expectFits(page);
  await page.setViewportSize(ETROIT);
  await expectFits(page);
  expect(complaints(page, { but: answers })).toEqual([]);
}

describe('every page is accessible, fits a phone and complains of nothing', () => {
  let visitor: Page;
  let member: Page;

  beforeAll(async () => {
    visitor = await openPage();
    member = await openAs(DEMO.equipe);
    keepPages();
  });

  beforeEach(async () => {
    for (const page of [visitor, member]) {
      complaints(page);
      await page.emulateMedia({ colorScheme: 'light' });
      await page.setViewportSize(BUREAU);
    }
  });

  it.each(PUBLIC)('without an account: %s', async (path) => {
    await show(visitor, path);
    await expectSound(visitor, path.startsWith('/activation') ? [404] : []);
  });

  it.each(WORKSPACE)('at work: %s', async (path) => {
    await show(member, path);
    await expectSound(member);
  });

  it('at work: a fiche being written', async () => {
    await show(member, '/fiches/T2.1');
    await editChamp(member, 'planAction');
    await expectSound(member);
  });

  it('at work: the detail of a valeur', async () => {
    await openGrid(member, 'Habitants mobilisés');
    await cell(member, 'Le Sanitas', 2026).press('Control+Enter');
    await member.locator('pl-panneau-valeur').waitFor();
    await expectSound(member);
  });
});
