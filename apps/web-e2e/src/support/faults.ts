import type { Page } from 'playwright-core';

const heard = new WeakMap<Page, string[]>();

/** Listens to what a page complains about: errors of its code, and whatever the browser prints as an error. */
export function heed(page: Page): void {
  const faults: string[] = [];
  heard.set(page, faults);
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${message.text()} (${message.location().url})`);
  });
}

/** The page's complaints since it was opened or last asked; an answer that the journey provokes names its status. */
export function complaints(page: Page, { but = [] }: { but?: number[] } = {}): string[] {
  const faults = heard.get(page)?.splice(0) ?? [];
  return faults.filter((fault) => !but.some((status) => fault.includes(`with a status of ${status}`)));
}
