import { placerEtiquettes } from './etiquettes';
import type { Contour } from '../referentiel/import-referentiel';
import { cadreDe, projeter, tracer } from './projection';

const carre = (longitude: number, latitude: number, cote = 0.01): Contour => [
  [
    [
      [longitude, latitude],
      [longitude + cote, latitude],
      [longitude + cote, latitude + cote],
      [longitude, latitude + cote],
      [longitude, latitude],
    ],
  ],
];

describe('map of the quartiers', () => {
  it('puts north up and west left, within its margins', () => {
    const [sud, nord] = [carre(0.6, 47.3), carre(0.7, 47.4)];
    const projection = projeter([sud, nord], 760, 28);
    const [cadreSud, cadreNord] = [cadreDe(sud, projection), cadreDe(nord, projection)];
    expect(cadreNord.haut).toBeLessThan(cadreSud.haut);
    expect(cadreSud.gauche).toBeLessThan(cadreNord.gauche);
    expect(cadreSud.gauche).toBeCloseTo(28);
    expect(cadreNord.droite).toBeCloseTo(760 - 28);
    expect(cadreSud.bas).toBeCloseTo(projection.hauteur - 28);
  });

  it('keeps distances: a degree of longitude is shorter than a degree of latitude', () => {
    const quartier = carre(0.6, 47.3);
    const { gauche, droite, haut, bas } = cadreDe(quartier, projeter([quartier], 760, 0));
    expect((droite - gauche) / (bas - haut)).toBeCloseTo(Math.cos((47.305 * Math.PI) / 180));
  });

  it('draws every ring of a contour', () => {
    const contour = [...carre(0.6, 47.3), ...carre(0.7, 47.3)];
    expect(tracer(contour, projeter([contour], 760, 0)).match(/M[^MZ]+Z/g)).toHaveLength(2);
  });

  it('puts names of neighbours apart, and cuts a double name in two lines', () => {
    const etiquettes = placerEtiquettes(
      [
        { texte: 'Maryse Bastié', gauche: 200, droite: 260, haut: 100, bas: 140 },
        { texte: 'Bords de Loire', gauche: 210, droite: 270, haut: 90, bas: 138 },
        { texte: 'Niqueux-Bruère – Marcel-Pagnol', gauche: 500, droite: 540, haut: 90, bas: 120 },
      ],
      760,
    );
    const [un, autre] = etiquettes.filter(({ lignes }) => lignes.length === 1);
    expect(Math.abs((un?.y ?? 0) - (autre?.y ?? 0)) > 16 || Math.abs((un?.x ?? 0) - (autre?.x ?? 0)) > 100).toBe(true);
    expect(etiquettes.find(({ lignes }) => lignes.length === 2)?.lignes).toEqual(['Niqueux-Bruère', '– Marcel-Pagnol']);
  });
});
