import type { Contour } from '../referentiel/import-referentiel';

/** A place on the drawing. */
export interface Point {
  x: number;
  y: number;
}

/** Width and height of the drawing, and how a place of the earth falls on it. */
export interface Projection {
  largeur: number;
  hauteur: number;
  placer: (longitude: number, latitude: number) => Point;
}

const sommets = (contour: Contour): number[][] => contour.flat(2);

function bornes(nombres: readonly number[]): { min: number; max: number } {
  return nombres.reduce(({ min, max }, nombre) => ({ min: Math.min(min, nombre), max: Math.max(max, nombre) }), {
    min: Infinity,
    max: -Infinity,
  });
}

/** Equirectangular projection around the middle latitude: exact enough over an agglomeration, and north is up. */
export function projeter(contours: readonly Contour[], largeur: number, marge: number): Projection {
  const points = contours.flatMap(sommets);
  const longitudes = bornes(points.map(([longitude = 0]) => longitude));
  const latitudes = bornes(points.map(([, latitude = 0]) => latitude));
  const resserrement = Math.cos((((latitudes.min + latitudes.max) / 2) * Math.PI) / 180);
  const etendue = (longitudes.max - longitudes.min) * resserrement || 1;
  const echelle = (largeur - 2 * marge) / etendue;
  return {
    largeur,
    hauteur: (latitudes.max - latitudes.min) * echelle + 2 * marge,
    placer: (longitude, latitude) => ({
      x: marge + (longitude - longitudes.min) * resserrement * echelle,
      y: marge + (latitudes.max - latitude) * echelle,
    }),
  };
}

/** SVG path of a contour. */
export function tracer(contour: Contour, { placer }: Projection): string {
  const ecrire = ([longitude = 0, latitude = 0]: number[]) => {
    const { x, y } = placer(longitude, latitude);
    return `${x.toFixed(1)} ${y.toFixed(1)}`;
  };
  return contour.flatMap((polygone) => polygone.map((anneau) => `M${anneau.map(ecrire).join('L')}Z`)).join('');
}

/** Frame of a contour on the drawing. */
export interface Cadre {
  gauche: number;
  droite: number;
  haut: number;
  bas: number;
}

/** Frame that holds a contour. */
export function cadreDe(contour: Contour, { placer }: Projection): Cadre {
  const places = sommets(contour).map(([longitude = 0, latitude = 0]) => placer(longitude, latitude));
  const [xs, ys] = [bornes(places.map(({ x }) => x)), bornes(places.map(({ y }) => y))];
  return { gauche: xs.min, droite: xs.max, haut: ys.min, bas: ys.max };
}
