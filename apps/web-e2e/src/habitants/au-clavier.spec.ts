import type { Page } from 'playwright-core';
import { expectAccessible, expectFits } from '../support/accessibility';
import { complaints } from '../support/faults';
import { ETROIT, openPage } from '../support/pages';

const SITE = '/habitants/tmvl-2024-2030';
/** A desk of 1280 pixels whose text is shown twice as large. */
const AGRANDI = { width: 640, height: 360 };
const VOTES = ['D’accord', 'Pas d’accord', 'Neutre'] as const;

/** What has the focus: its role in words, and its name. */
async function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    const label = element?.id ? document.querySelector(`label[for="${element.id}"]`)?.textContent : null;
    return (element?.getAttribute('aria-label') ?? label ?? element?.textContent ?? '').trim();
  });
}

/** Goes there by Tab alone; what has the focus is seen. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let step = 0; step < 120; step++) {
    await page.keyboard.press('Tab');
    if (!name.test(await focused(page))) continue;
    const outline = await page.evaluate(() => {
      const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body);
      return `${outlineStyle} ${outlineWidth}`;
    });
    expect(outline).toMatch(/^solid [2-9]px/);
    return;
  }
  throw new Error(`${String(name)} has no focus on ${page.url()}`);
}

async function press(page: Page, name: RegExp): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
}

describe.each([
  ['at 320 pixels', ETROIT, true],
  ['at 200 %', AGRANDI, true],
  ['at 320 pixels, without a script', ETROIT, false],
])('a resident with a keyboard alone, %s', (_, viewport, javaScriptEnabled) => {
  it('votes, qualifies, proposes and reads the results', async () => {
    const page = await openPage({ viewport, javaScriptEnabled });
    const look = async (): Promise<void> => {
      if (javaScriptEnabled) await expectAccessible(page);
      await expectFits(page);
    };
    await page.goto(`${SITE}/consultations`);
    await press(page, /^Aller au contenu$/);
    await press(page, /agréable à vivre/);
    await page.getByRole('heading', { level: 1, name: /agréable à vivre/ }).waitFor();
    await look();
    await press(page, /^Aller au contenu$/);
    await press(page, /^Donner mon avis$/);
    await page.waitForURL(/\/voter$/);
    await press(page, /^Commencer$/);
    const card = page.getByRole('heading', { level: 1 });
    for (const vote of VOTES) {
      const named = new RegExp(`^${vote} (avec|sur)`);
      await page.getByRole('button', { name: named, pressed: false }).waitFor();
      await page.waitForLoadState();
      const before = await card.innerText();
      await look();
      await press(page, named);
      await page.getByRole('button', { name: named, pressed: true }).waitFor();
      if (javaScriptEnabled) {
        await page
          .getByRole('status')
          .filter({ hasText: `Vote enregistré : ${vote}` })
          .waitFor();
        expect(await focused(page)).toMatch(named);
      }
      await look();
      const first = page
        .getByRole('group', { name: /préciser/ })
        .getByRole('button')
        .first();
      const precision = new RegExp(`^${(await first.innerText()).trim().replace(/\s/g, '\\s')}, pour`);
      await press(page, precision);
      await page.getByRole('button', { name: precision, pressed: true }).waitFor();
      await look();
      await press(page, /^Proposition suivante$/);
      await page.getByRole('button', { pressed: true }).first().waitFor({ state: 'detached' });
      expect(await card.innerText()).not.toBe(before);
    }
    await press(page, /^Je m’arrête là$/);
    await page.getByRole('heading', { level: 1, name: 'Mes contributions' }).waitFor();
    await look();

    await press(page, /^Proposer une idée$/);
    await page.getByLabel('Votre proposition').waitFor();
    await tabTo(page, /^Votre proposition/);
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Il faut');
    if (javaScriptEnabled) await page.getByRole('status').filter({ hasText: '133 caractères restants' }).waitFor();
    await press(page, /^Envoyer ma proposition$/);
    await page.getByRole('alert').waitFor();
    await look();
    await press(page, /^Écrivez au moins/);
    expect(await focused(page)).toMatch(/^Votre proposition/);
    await page.keyboard.press('End');
    await page.keyboard.type(` un marché de nuit, ${viewport.width} fois${javaScriptEnabled ? '' : ' par an'}`);
    await press(page, /^Envoyer/);
    const still = page.getByRole('button', { name: 'Envoyer quand même la mienne' });
    await Promise.race([still.waitFor(), page.getByText('bien reçue').waitFor()]);
    if (await still.isVisible()) await press(page, /^Envoyer quand même/);
    await page.getByText('bien reçue').waitFor();
    await look();

    await page.goto(`${SITE}/consultations`);
    await press(page, /pieds d’immeuble/);
    await page.getByRole('link', { name: 'Lire les résultats' }).waitFor();
    await press(page, /^Lire les résultats$/);
    await page.getByRole('heading', { level: 2, name: 'Les façons de voir' }).waitFor();
    await press(page, /propositions d’habitants$/);
    await page
      .getByRole('list')
      .getByText(/Il faut/)
      .first()
      .waitFor();
    await look();
    expect(complaints(page, { but: [422] })).toEqual([]);
  });
});
