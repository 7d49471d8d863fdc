import type { Meteo } from '@pleniere/fiches/domain';

const RAYONS = 'M8 .8v2M8 13.2v2M.8 8h2M13.2 8h2M2.9 2.9l1.4 1.4M11.7 11.7l1.4 1.4M2.9 13.1l1.4-1.4M11.7 4.3l1.4-1.4';
const SOLEIL = `<circle cx="8" cy="8" r="3.4" fill="#d99000"/><path d="${RAYONS}" stroke="#d99000" stroke-width="1.4" stroke-linecap="round" fill="none"/>`;
const NUAGE = 'M4.4 13a3 3 0 0 1-.3-6A4.2 4.2 0 0 1 12 6.2a3.4 3.4 0 0 1-.2 6.8z';
const ECLAIR = 'M8.6 9.2l-2.6 3.4h2l-.8 3 3-4h-2l1-2.4z';

const DESSINS: Readonly<Record<Meteo, string>> = {
  soleil: SOLEIL,
  couvert: `<g transform="translate(5.6 -.4) scale(.66)">${SOLEIL}</g><path d="${NUAGE}" fill="#8a94a3"/>`,
  nuage: `<path d="${NUAGE}" fill="#566072"/>`,
  orage: `<path d="${NUAGE}" fill="#566072" transform="translate(0 -2)"/><path d="${ECLAIR}" fill="#b3261e"/>`,
};

/** The picture of a weather as SVG, always printed beside its words. */
export function pictogramme(meteo: Meteo): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" width="16" height="16">${DESSINS[meteo]}</svg>`;
}
