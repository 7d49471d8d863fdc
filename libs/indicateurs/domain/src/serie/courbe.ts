import { raisonDuVide, type AnneeDeSerie } from './serie';

/** Vertical scale of a chart: round marks that hold every number drawn, and the height of a number. */
export interface Echelle {
  graduations: number[];
  y: (nombre: number) => number;
}

/** Drawing area of a chart, in pixels. */
export interface CadreCourbe {
  gauche: number;
  droite: number;
  haut: number;
  bas: number;
}

/** A value placed on a chart. */
export interface PointPlace {
  annee: AnneeDeSerie;
  x: number;
  y: number;
}

/** Consecutive years without a number, for the same reason. */
export interface Lacune {
  debut: number;
  fin: number;
  raison: string;
}

const PAS_RONDS = [1, 2, 2.5, 5, 10];

function pasRond(etendue: number, intervalles: number): number {
  const ordre = 10 ** Math.floor(Math.log10(etendue / intervalles));
  return (PAS_RONDS.find((facteur) => facteur * ordre * intervalles >= etendue) ?? 10) * ordre;
}

/** Scale of `nombres` within a frame; it starts at zero unless the numbers are all far from it. */
export function echelleVerticale(
  nombres: readonly number[],
  { haut, bas }: Pick<CadreCourbe, 'haut' | 'bas'>,
  intervalles = 3,
): Echelle {
  const [min, max] = nombres.length > 0 ? [Math.min(...nombres), Math.max(...nombres)] : [0, 1];
  const depuisZero = min >= 0 ? min < max * 0.7 || max === min : max <= 0 && -max < -min * 0.7;
  const plancher = depuisZero ? Math.min(0, min) : min;
  const plafond = depuisZero ? Math.max(0, max) : max;
  const pas = pasRond(plafond - plancher || Math.abs(max) || 1, intervalles);
  const debut = Math.floor(plancher / pas) * pas;
  const fin = Math.max(Math.ceil(plafond / pas) * pas, debut + pas);
  const nombreDePas = Math.round((fin - debut) / pas);
  return {
    graduations: Array.from({ length: nombreDePas + 1 }, (_, rang) => debut + rang * pas),
    y: (nombre) => bas - ((nombre - debut) / (fin - debut)) * (bas - haut),
  };
}

/** Middle of a year's column. */
export function abscisse(annees: readonly number[], { gauche, droite }: CadreCourbe): (annee: number) => number {
  const pas = (droite - gauche) / Math.max(1, annees.length);
  return (annee) => gauche + (annee - (annees[0] ?? annee) + 0.5) * pas;
}

/** Runs of consecutive years, each drawn as one line: a missing year is a gap, a new definition a break, never a bridge. */
export function troncons(
  serie: readonly AnneeDeSerie[],
  x: (annee: number) => number,
  y: (nombre: number) => number,
): PointPlace[][] {
  return serie.reduce<PointPlace[][]>((traces, annee) => {
    if (annee.nombre === null) return traces;
    const point = { annee, x: x(annee.annee), y: y(annee.nombre) };
    const courant = traces.at(-1);
    if (!annee.rupture && courant?.at(-1)?.annee.annee === annee.annee - 1) courant.push(point);
    else traces.push([point]);
    return traces;
  }, []);
}

/** A new definition on a chart: between which years it stands, and what is written beside it. */
export interface RupturePlacee {
  x: number;
  depuis: number;
  texte: string;
}

/** Breaks of a series, each halfway between the last year of a definition and the first of the next. */
export function rupturesPlacees(serie: readonly AnneeDeSerie[], x: (annee: number) => number): RupturePlacee[] {
  return serie
    .filter(({ rupture }) => rupture)
    .map(({ annee }) => ({
      x: (x(annee - 1) + x(annee)) / 2,
      depuis: annee,
      texte: `nouvelle définition en ${annee}`,
    }));
}

/** Runs of years without a number, with their reason in words. */
export function lacunes(serie: readonly AnneeDeSerie[]): Lacune[] {
  return serie.reduce<Lacune[]>((trouvees, { annee, nombre, absence }) => {
    if (nombre !== null) return trouvees;
    const raison = raisonDuVide(absence);
    const derniere = trouvees.at(-1);
    if (derniere?.fin === annee - 1 && derniere.raison === raison) derniere.fin = annee;
    else trouvees.push({ debut: annee, fin: annee, raison });
    return trouvees;
  }, []);
}
