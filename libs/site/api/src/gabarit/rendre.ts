import { typographier } from '@pleniere/shared/domain';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

const BALISE_OU_SAISIE = /(<textarea[\s\S]*?<\/textarea>|<[^>]*>)/;

/** A page as the text that is sent: every text escaped, with French spacing, but what somebody is typing left alone. */
export function rendre(page: VNode): string {
  const parts = renderToString(page).split(BALISE_OU_SAISIE);
  return `<!doctype html>${parts.map((part) => (part.startsWith('<') ? part : typographier(part))).join('')}`;
}
