import type { Segment } from './page';

/** Left cell of a row without borders: where its first and last lines stand. */
export interface TeteDeRangee {
  page: number;
  haut: number;
  bas: number;
}

/** Rank of the first line of each row's content, and how far that is from what the page shows, in points. */
interface Partage {
  departs: number[];
  ecart: number;
}

const TOLERANCE = 4;
/** What an empty row, and a line that goes on from the page before, cost in points. */
const RANGEE_VIDE = 40;
const LIGNE_DE_SUITE = 0.5;
/** A blank above a row speaks for it, up to this height. */
const BLANC_UTILE = 12;
const PART_DU_BLANC = 0.4;

const ecartMoyen = (ecarts: readonly number[]): number =>
  ecarts.reduce((somme, ecart) => somme + ecart, 0) / Math.max(1, ecarts.length);

/** Points to take off when a blank stands above the line of rank `rang`. */
function blancAuDessus(lignes: readonly Segment[], rang: number): number {
  const [avant, ligne] = [lignes[rang - 1], lignes[rang]];
  if (avant?.page !== ligne?.page || !avant || !ligne) return 0;
  return Math.min(BLANC_UTILE, Math.max(0, avant.y - ligne.y - ligne.hauteur)) * PART_DU_BLANC;
}

/** The rows when each heading stands at the top of its cell: facing the first line of its content. */
export function partagerParLeHaut(tetes: readonly TeteDeRangee[], droites: readonly Segment[]): Partage {
  const ecarts: number[] = [];
  const departs = tetes.map(({ page, haut }) => {
    const dessous = droites.findIndex(
      (ligne) => ligne.page > page || (ligne.page === page && ligne.y <= haut + TOLERANCE),
    );
    const rang = dessous < 0 ? droites.length : dessous;
    const ligne = droites[rang];
    ecarts.push((ligne?.page === page ? Math.abs(ligne.y - haut) : RANGEE_VIDE) - blancAuDessus(droites, rang));
    return rang;
  });
  return { departs, ecart: ecartMoyen(ecarts) };
}

interface Etape {
  cout: number;
  depart: number;
  avant: Etape | null;
}

/** The best way to share the lines of one page among its rows, each content having its middle facing that of its heading. */
function partagerPage(tetes: readonly TeteDeRangee[], lignes: readonly Segment[], suite: boolean): Etape | null {
  const ecartDe = ({ haut, bas }: TeteDeRangee, debut: number, fin: number): number => {
    const [premiere, derniere] = [lignes[debut], lignes[fin - 1]];
    if (!premiere || !derniere || debut >= fin) return RANGEE_VIDE;
    return Math.abs((premiere.y + derniere.y) / 2 - (haut + bas) / 2) - blancAuDessus(lignes, debut);
  };
  let etapes: (Etape | null)[] = Array.from({ length: lignes.length + 1 }, (_, fin) =>
    fin === 0 || suite ? { cout: fin * LIGNE_DE_SUITE, depart: fin, avant: null } : null,
  );
  for (const tete of tetes) {
    etapes = etapes.map((_, fin) => {
      let meilleure: Etape | null = null;
      for (const [depart, avant] of etapes.slice(0, fin + 1).entries()) {
        const cout = avant ? avant.cout + ecartDe(tete, depart, fin) : Infinity;
        if (avant && cout < (meilleure?.cout ?? Infinity)) meilleure = { cout, depart, avant };
      }
      return meilleure;
    });
  }
  return etapes.at(-1) ?? null;
}

/** The rows when each heading stands in the middle of its cell. */
export function partagerParLeMilieu(tetes: readonly TeteDeRangee[], droites: readonly Segment[]): Partage {
  const departs: number[] = [];
  let total = 0;
  for (const [page, siennes] of Map.groupBy(tetes, (tete) => tete.page)) {
    const debut = droites.findIndex((ligne) => ligne.page === page);
    const lignes = droites.filter((ligne) => ligne.page === page);
    const trouves: number[] = [];
    const derniere = partagerPage(siennes, lignes, departs.length > 0);
    for (let etape = derniere; etape?.avant; etape = etape.avant) trouves.unshift(Math.max(0, debut) + etape.depart);
    departs.push(...trouves);
    total += derniere?.cout ?? Infinity;
  }
  return { departs, ecart: total / Math.max(1, tetes.length) };
}
