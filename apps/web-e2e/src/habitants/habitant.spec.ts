import { gzipSync } from 'node:zlib';
import { expectAccessible, expectFits } from '../support/accessibility';
import { complaints } from '../support/faults';
import { ETROIT, openPage, productUrl, TELEPHONE } from '../support/pages';
import type { Page } from 'playwright-core';

const SITE = '/habitants/tmvl-2024-2030';
/** Everything that a page of the site sends, compressed. */
const BUDGET = 50_000;

/** Opens the consultation that is open in the demo, from the first page of the residents. */
async function openConsultation(page: Page): Promise<void> {
  await page.goto(SITE);
  await page.getByRole('link', { name: 'Donner mon avis', exact: true }).last().click();
  await page.getByRole('heading', { level: 1, name: 'Donner mon avis' }).waitFor();
}

/** Votes on the card that is shown, and waits until the page says so. */
async function vote(page: Page, answer: 'D’accord' | 'Pas d’accord' | 'Neutre'): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${answer} (avec|sur)`) }).click();
  await page.getByRole('button', { name: new RegExp(`^${answer} (avec|sur)`), pressed: true }).waitFor();
}

async function voteOnEveryCard(page: Page, look: () => Promise<void>): Promise<number> {
  const answers = ['D’accord', 'Pas d’accord', 'Neutre'] as const;
  for (let card = 0; ; card++) {
    if (card < answers.length) await look();
    await vote(page, answers[card % answers.length] ?? 'Neutre');
    if (card < answers.length) await look();
    const last = page.getByRole('link', { name: 'Terminer' });
    const isLast = await last.isVisible();
    await (isLast ? last : page.getByRole('link', { name: 'Proposition suivante' })).click();
    if (isLast) return card + 1;
    await page.getByRole('button', { name: /^Neutre sur/, pressed: false }).waitFor();
    await page.getByRole('button', { pressed: true }).waitFor({ state: 'detached' });
  }
}

describe.each([
  ['with a script', true],
  ['without a script', false],
])('a resident on a phone, %s', (_, javaScriptEnabled) => {
  it('reads, votes on a whole sequence, qualifies, proposes and finds it again', async () => {
    const page = await openPage({ viewport: TELEPHONE, javaScriptEnabled });
    await openConsultation(page);
    await expectFits(page);
    await page.getByRole('button', { name: 'Commencer' }).click();
    const look = async (): Promise<void> => {
      if (javaScriptEnabled) await expectAccessible(page);
      await expectFits(page);
    };
    expect(await voteOnEveryCard(page, look)).toBe(12);
    await page.getByRole('heading', { level: 1, name: 'Merci, c’est fini' }).waitFor();
    await look();
    await page.getByRole('button', { name: 'Passer' }).click();

    await page.getByRole('link', { name: 'Proposer une idée' }).click();
    const said = `Il faut un banc de plus ${javaScriptEnabled ? 'devant le collège' : 'à l’arrêt du bus'}`;
    await page.getByLabel('Votre proposition').fill('Il faut');
    await page.getByRole('button', { name: 'Envoyer ma proposition' }).click();
    await page.getByRole('alert').waitFor();
    await look();
    await page.getByLabel('Votre proposition').fill(said);
    await page.getByRole('button', { name: 'Envoyer' }).click();
    const still = page.getByRole('button', { name: 'Envoyer quand même la mienne' });
    await Promise.race([still.waitFor(), page.getByText('bien reçue').waitFor()]);
    if (await still.isVisible()) await still.click();
    await page.getByText(said).waitFor();
    await look();

    await page.getByRole('heading', { name: /Mes 12/ }).waitFor();
    await page
      .getByRole('region', { name: /Mes 12/ })
      .getByRole('link')
      .first()
      .click();
    await page.getByRole('button', { pressed: true }).first().click();
    await page.getByRole('button', { pressed: true }).waitFor({ state: 'detached' });
    expect(complaints(page, { but: [422] })).toEqual([]);
  });

  it('asks a question and follows it', async () => {
    const page = await openPage({ viewport: TELEPHONE, javaScriptEnabled });
    await page.goto(SITE);
    await page.getByRole('link', { name: 'Poser ma question' }).click();
    await page.getByLabel('Votre question').fill('À quelle heure ouvre la nouvelle ludothèque ?');
    await page.getByLabel('Adresse électronique').fill('pas une adresse');
    await page.getByRole('button', { name: /^Envoyer ma question/ }).click();
    if (!javaScriptEnabled || (await page.getByRole('alert').isVisible())) await expectFits(page);
    await page.getByLabel('Adresse électronique').fill('');
    await page.getByRole('button', { name: /^Envoyer ma question/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Merci, votre question est reçue' }).waitFor();
    const receipt = (await page.locator('.recepisse').innerText()).replace(/\s/g, '');
    await page.goto(`${SITE}/questions/suivi`);
    await page.getByLabel('Récépissé').fill(receipt);
    await page.getByRole('button', { name: 'Voir où elle en est' }).click();
    await page.getByText('À quelle heure ouvre la nouvelle ludothèque').waitFor();
    expect(complaints(page, { but: [422] })).toEqual([]);
  });
});

describe('a resident', () => {
  it('votes with the keyboard alone, keeps the place, and hears what happened', async () => {
    const page = await openPage({ viewport: TELEPHONE });
    await openConsultation(page);
    await page.getByRole('button', { name: 'Commencer' }).focus();
    await page.keyboard.press('Enter');
    // Without its script the page answers too, by another page: here it is the script that is heard.
    await page.getByRole('button', { name: /^D’accord avec/ }).waitFor();
    await page.waitForLoadState();
    await page.getByRole('button', { name: /^D’accord avec/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('status').filter({ hasText: 'Vote enregistré : D’accord' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('vote1');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^Coup de cœur/, pressed: true }).waitFor();
    await page.getByRole('link', { name: 'Proposition suivante' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^D’accord avec/, pressed: false }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('proposition');
    await page.goBack();
    await page.getByRole('button', { name: /^D’accord avec/, pressed: true }).waitFor();
    expect(complaints(page)).toEqual([]);
  });

  it('reads results, answers and what changed on the narrowest screen', async () => {
    const page = await openPage({ viewport: ETROIT });
    await page.goto(`${SITE}/consultations`);
    const done = await page.locator('.portes a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    const read = [`${SITE}/questions`, `${SITE}/changements`, `${SITE}/donnees-ouvertes`];
    for (const path of [...read, ...done.flatMap((one) => (one ? [one, `${one}/resultats`] : []))]) {
      const answer = await page.goto(path);
      if (answer?.status() === 404) continue;
      await expectFits(page);
      await expectAccessible(page);
    }
    expect(complaints(page, { but: [404] })).toEqual([]);
  });

  it('receives each page in fifty kilobytes, all included, from here alone', async () => {
    const page = await openPage({ viewport: TELEPHONE });
    const sent: { url: string; size: Promise<number> }[] = [];
    page.on('response', (answer) => {
      const font = answer.url().endsWith('.woff2');
      const size = answer.body().then(
        (body) => (font ? body.length : gzipSync(body).length),
        () => 0,
      );
      sent.push({ url: answer.url(), size });
    });
    await page.goto(`${SITE}/consultations`);
    const open = await page.locator('.invitation .parole-entiere a').first().getAttribute('href');
    const heavy: Record<string, number> = {};
    for (const path of [
      '',
      '/questions',
      '/questions/poser',
      '/consultations',
      '/quartiers',
      '/fiches',
      '/changements',
    ]) {
      await weigh(`${SITE}${path}`);
    }
    for (const path of ['', '/propositions', '/voter', '/proposer']) await weigh(`${open}${path}`);
    expect(heavy).toEqual({});

    async function weigh(path: string): Promise<void> {
      const context = page.context();
      await context.clearCookies();
      sent.splice(0);
      await page.goto(path);
      await page.evaluate(() => document.fonts.ready);
      const sizes = await Promise.all(sent.map(({ size }) => size));
      const total = sizes.reduce((sum, size) => sum + size, 0);
      if (total > BUDGET) heavy[path] = total;
      expect(sent.filter(({ url }) => !url.startsWith(productUrl()))).toEqual([]);
    }
  });
});
