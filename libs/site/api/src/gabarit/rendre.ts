import { renderToString } from 'preact-render-to-string';
import type { VNode } from 'preact';

/** A page as the bytes that are sent; every text is escaped. */
export function rendre(page: VNode): string {
  return `<!doctype html>${renderToString(page)}`;
}
