import { ressembleALibelle } from '@pleniere/fiches/domain';
import type { Filet, PageLue, Segment } from './page';
import { partagerParLeHaut, partagerParLeMilieu, type TeteDeRangee } from './rangees-centrees';

/** Where a line stands: across the page, or in one of the columns of a row. */
export interface LignePlacee extends Segment {
  colonne: 'pleine' | 'gauche' | 'droite';
  rang: number | null;
}

interface Bande {
  page: number;
  haut: number;
  bas: number;
  /** Edge between its columns; null when the row has only one. */
  milieu: number | null;
}

const TOLERANCE = 4;
const RANGEES_SUFFISANTES = 3;
const RECONNU = 0.8;
const BLANC_ENTRE_RANGEES = 1.7;

const horizontal = ({ x, x2, y, y2 }: Filet): boolean => x2 - x > y2 - y;
const texteDe = (segments: readonly Segment[]): string => segments.map(({ texte }) => texte.trim()).join(' ');
const estLibelle = (texte: string): boolean => ressembleALibelle(texte, RECONNU);

/** An edge of a table meets another one; the line under a word meets none. */
function seTouchent(plat: Filet, droit: Filet): boolean {
  const enHauteur = plat.y >= droit.y - TOLERANCE && plat.y <= droit.y2 + TOLERANCE;
  return enHauteur && droit.x >= plat.x - TOLERANCE && droit.x <= plat.x2 + TOLERANCE;
}

/** Rows that the drawn lines make: what stands between two horizontal ones, cut by a vertical one in between. */
function bandesDe({ filets }: PageLue, page: number): Bande[] {
  const verticaux = filets.filter((filet) => !horizontal(filet));
  const hauteurs = filets
    .filter((filet) => horizontal(filet) && verticaux.some((vertical) => seTouchent(filet, vertical)))
    .map(({ y }) => y)
    .sort((un, autre) => autre - un)
    .filter((y, rang, toutes) => rang === 0 || (toutes[rang - 1] ?? 0) - y > TOLERANCE);
  const [gauche, droite] = [Math.min(...filets.map(({ x }) => x)), Math.max(...filets.map(({ x2 }) => x2))];
  return hauteurs.slice(1).map((bas, rang) => {
    const haut = hauteurs[rang] ?? bas;
    const centre = (haut + bas) / 2;
    const interieurs = verticaux.filter(
      ({ x, y, y2 }) => y <= centre && y2 >= centre && x > gauche + TOLERANCE * 5 && x < droite - TOLERANCE * 5,
    );
    return { page, haut, bas, milieu: interieurs.length === 0 ? null : Math.min(...interieurs.map(({ x }) => x)) };
  });
}

/** Places the lines in the rows that are drawn; a row that a page break cuts is put together again. */
function placerDansLesBandes(pages: readonly PageLue[], bandes: readonly Bande[]): LignePlacee[] {
  const segments = pages.flatMap((page) => page.segments);
  const dans = ({ page, haut, bas }: Bande, segment: Segment): boolean =>
    segment.page === page && segment.y < haut + 1 && segment.y > bas - 1;
  let rang = 0;
  let precedente = { page: 0, gauche: '' };
  const rangs = new Map<Bande, number>();
  for (const bande of bandes) {
    if (bande.milieu === null) continue;
    const gauche = texteDe(segments.filter((segment) => dans(bande, segment) && segment.x < (bande.milieu ?? 0)));
    const suite = rang > 0 && bande.page > precedente.page && estSuite(precedente.gauche, gauche);
    if (!suite) rang += 1;
    rangs.set(bande, rang);
    precedente = { page: bande.page, gauche: suite ? `${precedente.gauche} ${gauche}` : gauche };
  }
  const lignes = segments.map((segment): LignePlacee => {
    const bande = bandes.find((candidate) => candidate.milieu !== null && dans(candidate, segment));
    if (!bande) return { ...segment, colonne: 'pleine', rang: null };
    const colonne = segment.x < (bande.milieu ?? 0) - TOLERANCE / 2 ? 'gauche' : 'droite';
    return { ...segment, colonne, rang: rangs.get(bande) ?? null };
  });
  return parRangees(lignes);
}

/** True when the left cell at the top of a page ends the heading that the page before began. */
function estSuite(avant: string, gauche: string): boolean {
  if (gauche === '') return true;
  return !estLibelle(gauche) && (/^[\p{Ll}(]/u.test(gauche) || estLibelle(`${avant} ${gauche}`));
}

/** Lines in reading order: row by row, the left cell before the right one. */
function parRangees(lignes: readonly LignePlacee[]): LignePlacee[] {
  const ordonnees: LignePlacee[] = [];
  const ecrites = new Set<number>();
  for (const ligne of lignes) {
    if (ligne.rang === null) ordonnees.push(ligne);
    else if (!ecrites.has(ligne.rang)) {
      ecrites.add(ligne.rang);
      const siennes = lignes.filter(({ rang }) => rang === ligne.rang);
      for (const colonne of ['gauche', 'droite'])
        ordonnees.push(...siennes.filter((autre) => autre.colonne === colonne));
    }
  }
  return ordonnees;
}

function commune(pages: readonly PageLue[]): number | null {
  const segments = pages.flatMap((page) => page.segments);
  const departs = new Map<number, number>();
  for (const droite of segments) {
    const face = segments.some(
      (gauche) =>
        gauche.page === droite.page &&
        Math.abs(gauche.y - droite.y) < TOLERANCE &&
        gauche.x2 < droite.x &&
        gauche.texte.replace(/\P{L}/gu, '').length >= 3,
    );
    const depart = Math.round(droite.x);
    if (face) departs.set(depart, (departs.get(depart) ?? 0) + 1);
  }
  const [meilleur] = [...departs].sort(([, un], [, autre]) => autre - un);
  return meilleur && meilleur[1] >= RANGEES_SUFFISANTES ? meilleur[0] : null;
}

/** Left lines that begin a row: a heading, or a line well apart from the one above. */
function debutsDeRangees(gauches: readonly Segment[], droites: readonly Segment[]): Segment[] {
  let tete = '';
  const commence = (ligne: Segment, rang: number): boolean => {
    const avant = gauches[rang - 1];
    const suivante = gauches[rang + 1];
    if (!/^[\p{Lu}\d]/u.test(ligne.texte.trim())) return false;
    const tenant = suivante ? [ligne, suivante] : [ligne];
    if (!avant || estLibelle(ligne.texte) || estLibelle(texteDe(tenant))) return true;
    const faitFace = droites.some(({ page, y }) => page === ligne.page && Math.abs(y - ligne.y) <= TOLERANCE);
    if (faitFace && estLibelle(tete)) return true;
    return avant.page === ligne.page && avant.y - ligne.y > ligne.hauteur * BLANC_ENTRE_RANGEES;
  };
  return gauches.filter((ligne, rang) => {
    const debut = commence(ligne, rang);
    tete = debut ? ligne.texte : `${tete} ${ligne.texte}`;
    return debut;
  });
}

/** From the first to the last line of each left cell, as far as it stands on one page. */
function etendues(tetes: readonly Segment[], gauches: readonly Segment[]): TeteDeRangee[] {
  return tetes.map((tete, rang) => {
    const fin = tetes[rang + 1];
    const siennes = gauches.slice(gauches.indexOf(tete), fin && gauches.indexOf(fin));
    const derniere = siennes.findLast(({ page }) => page === tete.page) ?? tete;
    return { page: tete.page, haut: tete.y, bas: derniere.y };
  });
}

/** Where the content of each row begins: whichever of the two usual layouts the page fits best. */
function departsDesContenus(tetes: readonly TeteDeRangee[], droites: readonly Segment[]): number[] {
  const [haut, milieu] = [partagerParLeHaut(tetes, droites), partagerParLeMilieu(tetes, droites)];
  return milieu.ecart < haut.ecart ? milieu.departs : haut.departs;
}

/** Places the lines in two columns when nothing is drawn: the commonest left edge of what faces a heading parts them. */
function placerEnColonnes(pages: readonly PageLue[], milieu: number): LignePlacee[] {
  const segments = pages.flatMap((page) => page.segments);
  const coteDe = ({ x, x2 }: Segment): 'gauche' | 'droite' | 'pleine' => {
    if (x >= milieu - TOLERANCE) return 'droite';
    return x2 <= milieu + TOLERANCE ? 'gauche' : 'pleine';
  };
  const premier = segments.findIndex((segment) => coteDe(segment) === 'gauche' && estLibelle(segment.texte));
  const corps = segments.slice(Math.max(0, premier));
  const droites = corps.filter((segment) => coteDe(segment) === 'droite');
  const gauches = corps.filter((segment) => coteDe(segment) === 'gauche');
  const tetes = debutsDeRangees(gauches, droites);
  const departs = departsDesContenus(etendues(tetes, gauches), droites);
  const rangDe = (segment: Segment): number => {
    const cote = coteDe(segment);
    if (cote === 'droite') {
      const place = droites.indexOf(segment);
      return departs.findLastIndex((depart) => depart <= place) + 1;
    }
    const place = corps.indexOf(segment);
    return tetes.findLastIndex((tete) => corps.indexOf(tete) <= place) + 1;
  };
  const lignes = segments.map((segment, place): LignePlacee => {
    const cote = coteDe(segment);
    if (place < premier || cote === 'pleine') return { ...segment, colonne: 'pleine', rang: null };
    return { ...segment, colonne: cote, rang: rangDe(segment) };
  });
  return parRangees(lignes);
}

/** Says where each line of a document stands, in reading order. */
export function placerLignes(pages: readonly PageLue[]): LignePlacee[] {
  const bandes = pages.flatMap((page, numero) => bandesDe(page, numero + 1));
  const dessinees = placerDansLesBandes(pages, bandes);
  const rangees = Map.groupBy(
    dessinees.filter(({ colonne }) => colonne === 'gauche'),
    ({ rang }) => rang,
  );
  const reconnues = [...rangees.values()].filter((cellule) => estLibelle(texteDe(cellule)));
  if (reconnues.length >= RANGEES_SUFFISANTES) return dessinees;
  const milieu = commune(pages);
  if (milieu !== null) return placerEnColonnes(pages, milieu);
  return pages.flatMap((page) =>
    page.segments.map((segment) => ({ ...segment, colonne: 'pleine' as const, rang: null })),
  );
}
