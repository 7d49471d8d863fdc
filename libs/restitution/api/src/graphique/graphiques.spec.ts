import fc from 'fast-check';
import type { IndicateurImprime, SerieImprimee, ValeurImprimee } from '../document/document-fiche';
import { INDICATEURS_EXEMPLE } from '../essai/indicateurs-exemple';
import { alternative } from './alternative';
import { courbe } from './courbe';
import { echelle } from './echelle';
import { petitsMultiples } from './petits-multiples';
import type { Dessin } from './planche';

const ANNEES = [2024, 2025, 2026, 2027, 2028, 2029, 2030];
const COULEUR = '#0f7b6c';
const mots = ({ textes }: Dessin) => textes.map((texte) => texte.mots);
const compter = ({ svg }: Dessin, forme: string) => svg.split(`<${forme} `).length - 1;

function valeur(annee: number, nombre: number | null): ValeurImprimee {
  const texte = nombre === null ? 'non disponible' : String(nombre);
  return { annee, nombre, texte, absence: nombre === null ? 'nd' : null, qualite: null };
}

function indicateur(
  nombres: (number | null)[],
  reste: Partial<IndicateurImprime> = {},
): [IndicateurImprime, SerieImprimee] {
  const serie = { territoire: 'Sanitas', valeurs: nombres.map((nombre, rang) => valeur(2024 + rang, nombre)) };
  const [modele] = INDICATEURS_EXEMPLE as [IndicateurImprime];
  return [{ ...modele, reference: null, cibles: [], phrase: 'Une phrase.', series: [serie], ...reste }, serie];
}

describe('scale of a chart', () => {
  it('holds every number between its first and last round mark', () => {
    const nombre = fc.integer({ min: -1e12, max: 1e12 }).map((dixMilliemes) => dixMilliemes / 1e4);
    const nombres = fc.array(nombre, { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(nombres, (lus) => {
        const { y, graduations } = echelle(lus, { bas: 100, haut: 10 });
        expect(graduations.length).toBeGreaterThanOrEqual(2);
        for (const place of lus.map(y)) {
          expect(place).toBeLessThanOrEqual(100.01);
          expect(place).toBeGreaterThanOrEqual(9.99);
        }
      }),
    );
  });

  it('starts at zero unless the numbers are all far from it', () => {
    expect(echelle([0, 51, 121], { bas: 100, haut: 0 }).graduations).toEqual([0, 50, 100, 150]);
    expect(echelle([51, 74], { bas: 100, haut: 0 }).graduations[0]).toBe(0);
    expect(echelle([1960, 2010], { bas: 100, haut: 0 }).graduations[0]).toBeGreaterThan(1900);
  });
});

describe('chart of one series', () => {
  it('draws a dot per number and a line between consecutive years only', () => {
    const [lu, serie] = indicateur([10, null, 12, 13]);
    const dessin = courbe(lu, serie, ANNEES, COULEUR);
    expect(compter(dessin, 'circle')).toBe(3);
    expect(dessin.svg.split(`stroke="${COULEUR}" stroke-width="1.8"`).length - 1).toBe(1);
  });

  it('says in words why a year is missing, once for a run of years', () => {
    const [lu, serie] = indicateur([10, null, null, 13]);
    const dits = mots(courbe(lu, serie, ANNEES, COULEUR));
    expect(dits.filter((dit) => dit === 'non disponible')).toHaveLength(1);
    expect(dits.filter((dit) => dit === 'non renseigné')).toHaveLength(1);
  });

  it('labels reference, targets and values directly, and leaves out a target outside the contrat', () => {
    const cibles = [
      { annee: 2027, texte: '100', nombre: 100 },
      { annee: 2035, texte: '999', nombre: 999 },
    ];
    const [lu, serie] = indicateur([51, 67], { cibles, reference: { annee: 2023, texte: '40', nombre: 40 } });
    const dits = mots(courbe(lu, serie, ANNEES, COULEUR));
    expect(dits).toEqual(expect.arrayContaining(['51', '67', 'cible 100', 'référence 2023', '40', '2024', '2030']));
    expect(dits).not.toContain('cible 999');
  });

  it('lets no word into the drawing itself', () => {
    const [lu, serie] = indicateur([1, 2]);
    const piege = { ...serie, valeurs: [{ ...valeur(2024, 1), texte: '"/><script>' }] };
    expect(courbe(lu, piege, ANNEES, COULEUR).svg).not.toContain('script');
  });
});

describe('small multiples', () => {
  it('names every territory, with its last value or the lack of one', () => {
    const [, , mobilises] = INDICATEURS_EXEMPLE as [IndicateurImprime, IndicateurImprime, IndicateurImprime];
    const dits = mots(petitsMultiples(mobilises, mobilises.series.slice(1), ANNEES, COULEUR));
    expect(dits).toEqual(expect.arrayContaining(['Sanitas', '214', 'Bords de Loire', '71', 'Morier', 'Aucune valeur']));
    expect(dits.filter((dit) => dit === '2024')).toHaveLength(13);
  });
});

describe('text alternative', () => {
  it('says the sentence, the reference, the targets and every year', () => {
    const [lu, serie] = indicateur([51, null], {
      reference: { annee: 2024, texte: '51', nombre: 51 },
      cibles: [{ annee: 2030, texte: '121', nombre: 121 }],
    });
    expect(alternative(lu, [serie]).replaceAll('\u00A0', ' ')).toBe(
      'Une phrase. Référence : 51 en 2024. Cible : 121 en 2030. Sanitas : 51 en 2024, non disponible en 2025.',
    );
  });
});
