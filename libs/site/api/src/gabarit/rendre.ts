import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** A page as the text that is sent; every text in it is escaped. */
export function rendre(page: VNode): string {
  return `<!doctype html>${renderToString(page)}`;
}
