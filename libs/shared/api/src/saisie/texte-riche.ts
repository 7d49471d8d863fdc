import { nettoyerTexte } from '@pleniere/shared/domain';
import sanitizeHtml from 'sanitize-html';

const REGLES: sanitizeHtml.IOptions = {
  allowedTags: ['p', 'strong', 'em', 'a', 'br', 'ul', 'li'],
  allowedAttributes: { a: ['href'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  nonTextTags: ['style', 'script', 'textarea', 'option', 'noscript', 'template', 'xmp'],
  transformTags: { b: 'strong', i: 'em', ol: 'ul', div: 'p', a: nettoyerLien },
  // What an entity wrote (`&shy;`) is read only here.
  textFilter: nettoyerTexte,
  nestingLimit: 12,
  parser: { decodeEntities: true },
};

// Before the address is judged: a mark that is taken away afterwards could make another address of it.
function nettoyerLien(tagName: string, attribs: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  const { href } = attribs;
  return { tagName, attribs: href === undefined ? {} : { href: nettoyerTexte(href) } };
}

/** Keeps of an HTML text what a fiche allows: paragraphs, bold, italic, links, line breaks and bullet lists. */
export function assainirTexteRiche(html: string): string {
  return sanitizeHtml(nettoyerTexte(html), REGLES).trim();
}
