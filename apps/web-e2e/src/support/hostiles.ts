import { nettoyerTexte } from '@pleniere/shared/domain';
import { FORMULES, TEXTES_RICHES } from '@pleniere/shared/testing';
import type { Page } from 'playwright-core';
import { productUrl } from './pages';

/** Texts made to run something in whoever reads them, as our pages send them: each calls `pirate(1)` when it succeeds. */
export const HOSTILES: readonly string[] = [...TEXTES_RICHES, ...FORMULES]
  .filter((text) => text.length < 600)
  .map(nettoyerTexte);

/** Hostile texts put together, several in each, none longer than this; a longer one is cut. */
export function packed(longest: number, texts = HOSTILES): string[] {
  const packs: string[] = [];
  for (const text of texts) {
    const piece = [...text].slice(0, longest).join('');
    const last = packs.at(-1);
    if (last !== undefined && [...last].length + [...piece].length < longest)
      packs[packs.length - 1] = `${last} ${piece}`;
    else packs.push(piece);
  }
  return packs;
}

const ran = new WeakMap<Page, string[]>();

/** Hears whatever a text makes a page do: the call that it tries, a dialog, a request to elsewhere. Before the first page is read. */
export async function heedScripts(page: Page): Promise<void> {
  const faults: string[] = [];
  ran.set(page, faults);
  await page.exposeFunction('pirate', () => faults.push(`ran on ${page.url()}`));
  page.on('dialog', (dialog) => {
    faults.push(`${dialog.type()} on ${page.url()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(productUrl()) && !/^(data|blob):/.test(url)) faults.push(`${url} asked on ${page.url()}`);
  });
}

/**
 * Nothing of what is on the page ran, nor would when somebody touches it: every event is tried on every element. On the
 * screens of the team nothing is clicked: a button of ours would do what it says.
 */
export async function expectInert(page: Page, { clicks = true } = {}): Promise<void> {
  const ready = await page.evaluate(async (clicked) => {
    const events = [
      ...[
        'error',
        'load',
        'click',
        'mouseover',
        'focus',
        'blur',
        'toggle',
        'animationstart',
        'wheel',
        'begin',
        'start',
      ],
      ...['pointerrawupdate', 'pageshow', 'beforetoggle', 'contentvisibilityautostatechange'],
    ];
    const active = ['href', 'src', 'action', 'formaction', 'xlink:href', 'data', 'srcdoc', 'ping', 'background'];
    const faults: string[] = [];
    for (const element of document.querySelectorAll('*')) {
      const name = element.tagName.toLowerCase();
      if (['iframe', 'object', 'embed', 'portal'].includes(name)) faults.push(`<${name}>`);
      if (name === 'script' && !(element as HTMLScriptElement).src.startsWith(location.origin)) faults.push('<script>');
      for (const { name: attribute, value } of element.attributes) {
        if (attribute.startsWith('on')) faults.push(`<${name} ${attribute}>`);
        const address = value.replace(/[^!-\uffff]/g, '').toLowerCase();
        if (active.includes(attribute) && /^(javascript|vbscript|data:text)/.test(address))
          faults.push(`${attribute}=${value}`);
      }
      // What bubbles is stopped: a real click would follow a link.
      for (const event of events.filter((one) => clicked || one !== 'click'))
        element.dispatchEvent(new Event(event, { cancelable: true }));
    }
    await new Promise((done) => setTimeout(done, 50));
    return faults;
  }, clicks);
  expect({ url: page.url(), faults: [...ready, ...(ran.get(page)?.splice(0) ?? [])] }).toEqual({
    url: page.url(),
    faults: [],
  });
}
