import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const WCAG_22_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

// A bar that stays in place may half cover a button where the page happens to be scrolled: one scroll uncovers it.
const HALF_COVERED = 'partially obscured';

/** No fault that axe can see against WCAG 2.2 level AA, on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ runOnly: WCAG_22_AA, resultTypes: ['violations'] })
    .analyze();
  const faults = violations.flatMap(({ id, help, nodes }) =>
    nodes
      .filter(({ failureSummary }) => !(id === 'target-size' && failureSummary?.includes(HALF_COVERED)))
      .map(({ target, failureSummary }) => `${id} (${help}) at ${target.join(' ')}: ${failureSummary ?? ''}`),
  );
  expect(faults).toEqual([]);
}

/** The page asks nobody to scroll sideways; names what sticks out of it. */
export async function expectFits(page: Page): Promise<void> {
  const sticking = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    /** A box that scrolls or cuts holds what is in it, except what is positioned outside of it. */
    const isHeld = (element: Element): boolean => {
      const outside = element instanceof HTMLElement && getComputedStyle(element).position === 'absolute';
      const box = outside ? element.offsetParent : element.parentElement;
      return box !== null && box !== document.body && (getComputedStyle(box).overflowX !== 'visible' || isHeld(box));
    };
    return [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1 && !isHeld(element))
      .map((element) => `${element.tagName.toLowerCase()}.${element.className.toString()}: ${element.textContent}`);
  });
  expect(sticking.slice(0, 8)).toEqual([]);
}
