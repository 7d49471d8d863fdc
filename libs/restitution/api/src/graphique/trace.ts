import type { ValeurImprimee } from '../document/document-fiche';
import { element } from './svg';

/** A value placed on a chart. */
export interface Point {
  x: number;
  y: number;
  valeur: ValeurImprimee;
}

/** Places the values that are numbers; the years without one stay empty. */
export function placer(valeurs: ValeurImprimee[], x: (annee: number) => number, y: (nombre: number) => number): Point[] {
  return valeurs.flatMap((valeur) =>
    valeur.nombre === null ? [] : [{ x: x(valeur.annee), y: y(valeur.nombre), valeur }],
  );
}

/** The solid line with its dots; a year without a value breaks the line, a provisional value has a hollow dot. */
export function tracer(points: Point[], couleur: string, rayon: number): string {
  const segments = points.flatMap((point, rang) => {
    const suivant = points[rang + 1];
    return suivant && suivant.valeur.annee === point.valeur.annee + 1 ? [{ point, suivant }] : [];
  });
  const trait = { stroke: couleur, 'stroke-width': rayon * 0.6, 'stroke-linecap': 'round' };
  return [
    ...segments.map(({ point, suivant }) => element('line', { x1: point.x, y1: point.y, x2: suivant.x, y2: suivant.y, ...trait })),
    ...points.map(({ x, y, valeur }) =>
      element('circle', {
        cx: x,
        cy: y,
        r: rayon,
        fill: valeur.qualite === 'provisoire' || valeur.qualite === 'estimee' ? '#ffffff' : couleur,
        stroke: couleur,
        'stroke-width': rayon * 0.5,
      }),
    ),
  ].join('');
}
