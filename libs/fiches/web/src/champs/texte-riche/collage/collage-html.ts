import { type BlocColle, nettoyerCollage } from '@pleniere/fiches/domain';
import { enTexteRiche, nettoyerTexte } from '@pleniere/shared/domain';

/** A pasted piece whose text is restricted HTML, without its paragraph. */
export type BlocHtml = Omit<BlocColle, 'texte'> & { html: string };

const BLOCS = 'p, li, h1, h2, h3, h4, h5, h6, div, td, th, blockquote, pre';
const PUCE = /^[\s\u00A0]*(?:[•▪◦·‣➢✓]|[-–—](?=[\s\u00A0]))[\s\u00A0]*/u;
const MARQUES: Readonly<Record<string, string>> = { B: 'strong', STRONG: 'strong', I: 'em', EM: 'em' };

function echapper(texte: string): string {
  return enTexteRiche(texte.replace(/\n/g, ' ')).slice(3, -4);
}

function style(element: HTMLElement): string {
  return element.getAttribute('style') ?? '';
}

/** Text of an element between the marks that we keep: a link to the web, bold, italic. */
function marquer(element: HTMLElement, contenu: string): string {
  const adresse = element.tagName === 'A' ? (element.getAttribute('href') ?? '') : '';
  if (/^(https?:|mailto:)/i.test(adresse)) return `<a href="${adresse.replace(/"/g, '%22')}">${contenu}</a>`;
  // Some editors wrap everything in a <b> that is not bold.
  const marque = /font-weight:\s*(normal|400)/.test(style(element)) ? undefined : MARQUES[element.tagName];
  return marque && contenu.trim() ? `<${marque}>${contenu}</${marque}>` : contenu;
}

function enLigne(noeud: Node): string {
  if (noeud.nodeType === Node.TEXT_NODE)
    return echapper(nettoyerTexte(noeud.textContent ?? '').replace(/[ \n]+/g, ' '));
  if (!(noeud instanceof HTMLElement)) return '';
  if (noeud.tagName === 'BR') return ' ';
  // Word draws its bullets as text, marked to be ignored.
  if (noeud.matches('ul, ol, style, script, title') || /mso-list:\s*ignore/i.test(style(noeud))) return '';
  return marquer(noeud, [...noeud.childNodes].map(enLigne).join(''));
}

function niveauDe(bloc: HTMLElement): 0 | 1 | 2 {
  const niveauWord = /mso-list:[^;]*level(\d)/i.exec(style(bloc))?.[1];
  if (niveauWord) return niveauWord === '1' ? 1 : 2;
  const element = bloc.closest('li');
  if (element) return element.parentElement?.closest('li') ? 2 : 1;
  return /MsoListParagraph/.test(bloc.className) ? 1 : 0;
}

function lireBloc(bloc: HTMLElement): BlocHtml[] {
  const brut = [...bloc.childNodes]
    .filter((enfant) => !(enfant instanceof HTMLElement && (enfant.matches(BLOCS) || enfant.querySelector(BLOCS))))
    .map(enLigne)
    .join('')
    .trim();
  const html = brut.replace(PUCE, '').trim();
  if (html.replace(/<[^>]*>|&nbsp;|\u00A0/g, '').trim() === '') return [];
  const niveau = niveauDe(bloc) || (PUCE.test(brut) ? 1 : 0);
  return [{ sorte: niveau === 0 ? 'paragraphe' : 'element', niveau: niveau === 2 ? 2 : 1, html }];
}

/** Reads what a word processor or a page puts in the clipboard; null when its plain text says as much. */
function lireHtml(html: string): BlocHtml[] | null {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  if (!body.querySelector('b, strong, i, em, a[href], li, [class*="MsoListParagraph"], [style*="mso-list"]'))
    return null;
  const blocs = [...body.querySelectorAll<HTMLElement>(BLOCS)].flatMap(lireBloc);
  return blocs.length > 0 ? blocs : null;
}

/** Pieces of a clipboard, clean, whatever it comes from. */
export function lirePressePapiers(html: string, texte: string): BlocHtml[] {
  const riche = html ? lireHtml(html) : null;
  return (
    riche ?? nettoyerCollage(texte).map(({ sorte, niveau, texte: brut }) => ({ sorte, niveau, html: echapper(brut) }))
  );
}

/** Pieces as one list, second level under the first. */
export function enListe(blocs: readonly BlocHtml[]): string {
  const entrees: { html: string; sous: string[] }[] = [];
  for (const { niveau, html } of blocs) {
    const parent = niveau === 2 ? entrees.at(-1) : undefined;
    if (parent) parent.sous.push(`<li><p>${html}</p></li>`);
    else entrees.push({ html, sous: [] });
  }
  const lis = entrees.map(
    ({ html, sous }) => `<li><p>${html}</p>${sous.length ? `<ul>${sous.join('')}</ul>` : ''}</li>`,
  );
  return `<ul>${lis.join('')}</ul>`;
}

/** Pieces as paragraphs and lists. */
export function enTexte(blocs: readonly BlocHtml[]): string {
  let html = '';
  let elements: BlocHtml[] = [];
  const vider = (): void => {
    if (elements.length > 0) html += enListe(elements.map((element) => ({ ...element, niveau: 1 })));
    elements = [];
  };
  for (const bloc of blocs) {
    if (bloc.sorte === 'element') {
      elements.push(bloc);
      continue;
    }
    vider();
    html += `<p>${bloc.html}</p>`;
  }
  vider();
  return html;
}
