import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { heed } from './faults';

/** Screens the product is looked at on: a desk, a phone, and the narrowest one that must do. */
export const BUREAU = { width: 1440, height: 900 };
export const TELEPHONE = { width: 390, height: 844 };
export const ETROIT = { width: 320, height: 640 };

let browser: Promise<Browser> | undefined;
const contexts: BrowserContext[] = [];

/** Address of the product under test. */
export function productUrl(): string {
  const url = process.env['PLENIERE_URL'];
  if (!url) throw new Error('the journeys run through npm run test:e2e');
  return url;
}

/**
 * A new person at a new browser: nothing shared with the other pages of the test. Paths given to it are relative. Only a
 * journey about it lets the page install what makes it work without a network, or takes its content policy away.
 */
export async function openPage({
  viewport = BUREAU,
  offline = false,
  javaScriptEnabled = true,
  bypassCSP = false,
} = {}): Promise<Page> {
  browser ??= chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium' });
  const launched = await browser;
  const context = await launched.newContext({
    baseURL: productUrl(),
    viewport,
    javaScriptEnabled,
    bypassCSP,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    reducedMotion: 'reduce',
    acceptDownloads: true,
    serviceWorkers: offline ? 'allow' : 'block',
  });
  context.setDefaultTimeout(15_000);
  contexts.push(context);
  const page = await context.newPage();
  heed(page);
  return page;
}

/** Waits until the page shows all it has. Parts that load when they come on screen are brought there; the page is then read from its top. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor({ state: 'attached' });
  await page.waitForFunction(() => {
    const waiting = document.querySelector('pl-squelette');
    if (waiting) waiting.scrollIntoView();
    else scrollTo(0, 0);
    return waiting === null;
  });
}

/** Lets the pages opened so far live until the end of the file. */
export function keepPages(): void {
  contexts.splice(0);
}

/** Closes what the test opened. */
export async function closePages(): Promise<void> {
  await Promise.all(contexts.splice(0).map((context) => context.close()));
}

/** Closes the browser of this file of journeys. */
export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
  browser = undefined;
}
