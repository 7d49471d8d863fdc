import type { Meteo } from '@pleniere/fiches/domain';
import { dessin, element } from './svg';

const TEINTES = { soleil: '#d99000', nuage: '#8a94a3', sombre: '#566072', eclair: '#b3261e' } as const;
const RAYONS = 'M8 .8v2M8 13.2v2M.8 8h2M13.2 8h2M2.9 2.9l1.4 1.4M11.7 11.7l1.4 1.4M2.9 13.1l1.4-1.4M11.7 4.3l1.4-1.4';

function soleil(transform: string): string {
  const rayons = { d: RAYONS, stroke: TEINTES.soleil, 'stroke-width': 1.4, 'stroke-linecap': 'round', fill: 'none' };
  return element('g', { transform }, element('circle', { cx: 8, cy: 8, r: 3.4, fill: TEINTES.soleil }) + element('path', rayons));
}

function nuage(fill: string): string {
  return element('path', { d: 'M4.4 13a3 3 0 0 1-.3-6A4.2 4.2 0 0 1 12 6.2a3.4 3.4 0 0 1-.2 6.8z', fill });
}

const DESSINS: Readonly<Record<Meteo, string>> = {
  soleil: soleil('translate(0 0)'),
  couvert: soleil('translate(5.6 -.4) scale(.66)') + nuage(TEINTES.nuage),
  nuage: nuage(TEINTES.sombre),
  orage: element('g', { transform: 'translate(0 -2)' }, nuage(TEINTES.sombre)) + element('path', { d: 'M8.6 9.2l-2.6 3.4h2l-.8 3 3-4h-2l1-2.4z', fill: TEINTES.eclair }),
};

/** The picture of a weather, always printed beside its words. */
export function pictogramme(meteo: Meteo): string {
  return dessin(16, 16, [DESSINS[meteo]]);
}
