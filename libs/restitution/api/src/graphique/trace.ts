import type { ValeurImprimee } from '../document/document-fiche';
import type { Planche } from './planche';

/** A value placed on a chart. */
export interface Point {
  x: number;
  y: number;
  valeur: ValeurImprimee;
}

/** Places the values that are numbers; the years without one stay empty. */
export function placer(
  valeurs: ValeurImprimee[],
  x: (annee: number) => number,
  y: (nombre: number) => number,
): Point[] {
  return valeurs.flatMap((valeur) =>
    valeur.nombre === null ? [] : [{ x: x(valeur.annee), y: y(valeur.nombre), valeur }],
  );
}

/** The solid line with its dots; a year without a value breaks the line, a provisional value has a hollow dot. */
export function tracer(planche: Planche, points: Point[], couleur: string, rayon: number): void {
  for (const [rang, point] of points.entries()) {
    const suivant = points[rang + 1];
    if (suivant?.valeur.annee !== point.valeur.annee + 1) continue;
    const trait = { stroke: couleur, 'stroke-width': rayon * 0.6, 'stroke-linecap': 'round' };
    planche.ligne([point.x, point.y], [suivant.x, suivant.y], trait);
  }
  for (const { x, y, valeur } of points) {
    const fill = valeur.qualite === 'provisoire' || valeur.qualite === 'estimee' ? '#ffffff' : couleur;
    planche.forme('circle', { cx: x, cy: y, r: rayon, fill, stroke: couleur, 'stroke-width': rayon * 0.5 });
  }
}
