import type { PointPlace } from '@pleniere/indicateurs/domain';
import type { Planche } from './planche';

/** Draws each run of years as a solid line with its dots; a provisional or estimated value has a hollow dot. */
export function tracer(planche: Planche, troncons: PointPlace[][], couleur: string, rayon: number): void {
  const trait = { stroke: couleur, 'stroke-width': rayon * 0.6, 'stroke-linejoin': 'round', fill: 'none' };
  for (const troncon of troncons) {
    const [depart, ...suite] = troncon.map(({ x, y }) => `${x.toFixed(2)} ${y.toFixed(2)}`);
    if (suite.length > 0) planche.forme('path', { d: `M${depart}L${suite.join('L')}`, ...trait });
  }
  for (const { x, y, annee } of troncons.flat()) {
    const fill = annee.qualite === 'definitive' ? couleur : '#ffffff';
    planche.forme('circle', { cx: x, cy: y, r: rayon, fill, stroke: couleur, 'stroke-width': rayon * 0.5 });
  }
}
