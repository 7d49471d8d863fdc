/** Inks shared by every chart; each holds 4.5:1 on white and on the band of a missing year. */
export const ENCRE = { texte: '#1b2536', discret: '#566072', bande: '#f5f6f8', filet: '#dfe3e8', reference: '#6b7482' } as const;

type Attributs = Record<string, string | number>;

const ECHAPPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function echapper(texte: string): string {
  return texte.replace(/[&<>"]/g, (signe) => ECHAPPES[signe] ?? signe);
}

function chiffre(valeur: string | number): string {
  return typeof valeur === 'number' ? String(Math.round(valeur * 100) / 100) : echapper(valeur);
}

/** One SVG element; `contenu` is markup already made by these functions. */
export function element(nom: string, attributs: Attributs, contenu = ''): string {
  const liste = Object.entries(attributs).map(([cle, valeur]) => ` ${cle}="${chiffre(valeur)}"`);
  return `<${nom}${liste.join('')}>${contenu}</${nom}>`;
}

/** A text of a chart, in the document's own font. */
export function texte(x: number, y: number, mots: string, attributs: Attributs = {}): string {
  return element('text', { x, y, 'font-size': 8, fill: ENCRE.texte, ...attributs }, echapper(mots));
}

/** A whole drawing of the given size in points. */
export function dessin(largeur: number, hauteur: number, contenu: string[]): string {
  return element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${largeur} ${hauteur}`, width: largeur, height: hauteur, 'font-family': 'Source Sans 3' },
    contenu.join(''),
  );
}
