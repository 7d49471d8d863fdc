import { expectAccessible } from './support/accessibility';
import { BUREAU, openPage, TELEPHONE } from './support/pages';

describe('the home page', () => {
  it.each([
    ['a desk', BUREAU],
    ['a phone', TELEPHONE],
  ])('welcomes whoever is not logged in, on %s', async (_screen, viewport) => {
    const page = await openPage({ viewport });
    await page.goto('/');
    await page.locator('h1').waitFor();

    expect(await page.title()).toContain('Plénière');
    await expectAccessible(page);
  });
});
