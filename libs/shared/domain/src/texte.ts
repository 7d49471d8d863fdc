const GLYPHES_DE_WORD: Readonly<Record<string, string>> = {
  '\uF0B7': '•',
  '\uF0F0': '•',
  '\uF0A7': '▪',
  '\uF0E8': '→',
  '\uF0E0': '→',
  '\uF0FC': '✓',
  '\uF0D8': '➢',
};

// Controls but white space, private use, lone surrogates, soft hyphen, zero-width space, byte order mark, bidi marks, non-characters.
const INDESIRABLES =
  /(?![\n\r\t])\p{Cc}|\p{Co}|\p{Cs}|[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/gu;

/**
 * Repairs a text that comes from Word, a PDF or a browser: NFC, Wingdings glyphs to real characters, controls and
 * invisible marks dropped, tabs to spaces, CRLF to LF. Never changes a word. Applied on save and on export.
 */
export function nettoyerTexte(texte: string): string {
  return texte
    .replace(/[\uF0A7\uF0B7\uF0D8\uF0E0\uF0E8\uF0F0\uF0FC]/g, (glyphe) => GLYPHES_DE_WORD[glyphe] ?? '')
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(INDESIRABLES, '')
    .normalize('NFC');
}

/** The first character of a text that `nettoyerTexte` would take away: its code (`U+00AD`), and its rank from 1; null when there is none. */
export function chercherIndesirable(texte: string): { code: string; rang: number } | null {
  const place = texte.search(INDESIRABLES);
  if (place < 0) return null;
  const code = (texte.codePointAt(place) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return { code: `U+${code}`, rang: [...texte.slice(0, place)].length + 1 };
}

/** Fields of a request that nobody cleans nor judges: a password is what was typed, whatever it holds. */
export const TELS_QUELS: ReadonlySet<string> = new Set(['motDePasse', 'ancien', 'nouveau']);

/** A body to send, each of its texts cleaned (`nettoyerTexte`); files and forms are left as they are. */
export function nettoyerCorps(corps: unknown): unknown {
  if (typeof corps === 'string') return nettoyerTexte(corps);
  if (Array.isArray(corps)) return corps.map(nettoyerCorps);
  if (typeof corps !== 'object' || corps === null || Object.getPrototypeOf(corps) !== Object.prototype) return corps;
  return Object.fromEntries(
    Object.entries(corps).map(([cle, valeur]) => [cle, TELS_QUELS.has(cle) ? valeur : nettoyerCorps(valeur)]),
  );
}

const ENTITES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: '\u00A0' };

/** Plain text of a restricted HTML text (see `texteRiche`): blocks on their own lines, tags dropped, entities read. */
export function texteBrut(html: string): string {
  return html
    .replace(/<\/(p|li|ul|ol)>|<br\s*\/?>/g, '\n')
    .replace(/<[^<>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, nom: string) => ENTITES[nom] ?? '')
    .replace(/\n{2,}/g, '\n')
    .trim();
}

/** Writes a plain text as restricted HTML: characters escaped, one paragraph per line. */
export function enTexteRiche(texte: string): string {
  const echapper = (ligne: string) =>
    ligne.replace(/[&<>]/g, (signe) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[signe] ?? signe);
  return texte
    .split('\n')
    .map((ligne) => `<p>${echapper(ligne)}</p>`)
    .join('');
}

/** Lower case without accents: what two spellings of a name are compared by. */
export function sansAccents(texte: string): string {
  return texte
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae');
}
