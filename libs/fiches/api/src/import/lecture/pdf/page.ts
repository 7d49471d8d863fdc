import type { PDFPageProxy } from 'pdfjs-dist';
import type { TextItem } from 'pdfjs-dist/types/src/display/api';

/** Words that stand together on one line of a page, in points from the bottom left. */
export interface Segment {
  page: number;
  x: number;
  x2: number;
  y: number;
  hauteur: number;
  texte: string;
  gras: boolean;
  /** Characters in bold before the first that is not. */
  debutGras: number;
}

/** A straight line drawn on a page: the edge of a cell. */
export interface Filet {
  x: number;
  x2: number;
  y: number;
  y2: number;
}

/** What is read of a page. */
export interface PageLue {
  hauteur: number;
  segments: Segment[];
  filets: Filet[];
}

type Matrice = readonly [number, number, number, number, number, number];
type Mot = Pick<TextItem, 'str' | 'width'> & { x: number; y: number; hauteur: number; gras: boolean };

const IDENTITE: Matrice = [1, 0, 0, 1, 0, 0];
const EPAISSEUR = 3;
const LONGUEUR_FILET = 8;
const MEME_LIGNE = 0.45;
/** A wider blank than this, in heights of letter, parts two columns. */
const BLANC_DE_COLONNE = 0.95;
const PUCE_SEULE = /^[•·●∙◦○▪■□➢➔►‣✓✔*§o\p{Co}–—-]$/u;

function multiplier([a, b, c, d, e, f]: Matrice, [g, h, i, j, k, l]: Matrice): Matrice {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

function boite([a, b, c, d, e, f]: Matrice, [x, y, x2, y2]: readonly number[]): Filet {
  const coins = [
    [x, y],
    [x2, y2],
  ].map(([u = 0, v = 0]) => [a * u + c * v + e, b * u + d * v + f]);
  const [xs, ys] = [0, 1].map((axe) => coins.map((coin) => coin[axe] ?? 0).sort((un, autre) => un - autre));
  return { x: xs?.[0] ?? 0, x2: xs?.[1] ?? 0, y: ys?.[0] ?? 0, y2: ys?.[1] ?? 0 };
}

/** Straight lines drawn on a page, thin rectangles included. */
function filetsDe(
  { fnArray, argsArray }: { fnArray: number[]; argsArray: unknown[] },
  ops: Readonly<Record<'save' | 'restore' | 'transform' | 'constructPath', number>>,
): Filet[] {
  const pile: Matrice[] = [];
  let courante = IDENTITE;
  const filets: Filet[] = [];
  fnArray.forEach((operation, rang) => {
    if (operation === ops.save) pile.push(courante);
    else if (operation === ops.restore) courante = pile.pop() ?? IDENTITE;
    else if (operation === ops.transform) courante = multiplier(courante, argsArray[rang] as Matrice);
    else if (operation === ops.constructPath) {
      const bornes = (argsArray[rang] as [unknown, unknown, ArrayLike<number> | null])[2];
      if (bornes) filets.push(boite(courante, Array.from(bornes)));
    }
  });
  return filets.filter(({ x, x2, y, y2 }) => {
    const [largeur, hauteur] = [x2 - x, y2 - y];
    return Math.min(largeur, hauteur) <= EPAISSEUR && Math.max(largeur, hauteur) >= LONGUEUR_FILET;
  });
}

function enLignes(mots: readonly Mot[]): Mot[][] {
  const lignes: Mot[][] = [];
  for (const mot of [...mots].sort((un, autre) => autre.y - un.y || un.x - autre.x)) {
    const ligne = lignes.at(-1);
    const repere = ligne?.[0];
    if (ligne && repere && Math.abs(repere.y - mot.y) <= repere.hauteur * MEME_LIGNE) ligne.push(mot);
    else lignes.push([mot]);
  }
  return lignes.map((ligne) => ligne.sort((un, autre) => un.x - autre.x));
}

function joindre(segment: Segment, mot: Mot): void {
  const blanc = mot.x - segment.x2;
  const colle = blanc < mot.hauteur * 0.12 || /\s$/.test(segment.texte) || /^\s/.test(mot.str);
  const suite = colle ? mot.str : ` ${mot.str}`;
  if (segment.gras && mot.gras) segment.debutGras += suite.length;
  segment.texte += suite;
  segment.x2 = Math.max(segment.x2, mot.x + mot.width);
  segment.gras &&= mot.gras;
}

function couper(ligne: readonly Mot[], page: number): Segment[] {
  const segments: Segment[] = [];
  for (const mot of ligne) {
    const dernier = segments.at(-1);
    const proche = dernier && mot.x - dernier.x2 <= mot.hauteur * BLANC_DE_COLONNE;
    if (dernier && (proche || PUCE_SEULE.test(dernier.texte.trim()))) joindre(dernier, mot);
    else {
      const { x, y, width, hauteur, str, gras } = mot;
      segments.push({ page, x, x2: x + width, y, hauteur, texte: str, gras, debutGras: gras ? str.length : 0 });
    }
  }
  return segments.filter(({ texte }) => texte.trim() !== '');
}

/** Reads the words and the drawn lines of a page. */
export async function lirePage(
  page: PDFPageProxy,
  numero: number,
  ops: Parameters<typeof filetsDe>[1],
): Promise<PageLue> {
  const operations = await page.getOperatorList();
  const { items } = await page.getTextContent();
  const grasse = new Map<string, boolean>();
  const estGras = (police: string): boolean => {
    const connue = grasse.get(police);
    if (connue !== undefined) return connue;
    const lue = page.commonObjs.has(police) ? (page.commonObjs.get(police) as { name?: string }) : {};
    const gras = /bold|black|semibold|heavy/i.test(lue.name ?? '');
    grasse.set(police, gras);
    return gras;
  };
  const mots = items.flatMap((item): Mot[] => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [, , , , x = 0, y = 0] = item.transform as number[];
    return [{ str: item.str, width: item.width, x, y, hauteur: item.height || 10, gras: estGras(item.fontName) }];
  });
  const [, , , haut = 0] = page.view;
  page.cleanup();
  return {
    hauteur: haut,
    segments: enLignes(mots).flatMap((ligne) => couper(ligne, numero)),
    filets: filetsDe(operations as { fnArray: number[]; argsArray: unknown[] }, ops),
  };
}
