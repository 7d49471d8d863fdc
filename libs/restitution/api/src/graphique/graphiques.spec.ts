import type { IndicateurImprime, SerieImprimee, ValeurImprimee } from '../document/document-fiche';
import { INDICATEURS_EXEMPLE } from '../essai/indicateurs-exemple';
import { alternative } from './alternative';
import { courbe } from './courbe';
import { petitsMultiples } from './petits-multiples';
import type { Dessin } from './planche';

const ANNEES = [2024, 2025, 2026, 2027, 2028, 2029, 2030];
const COULEUR = '#0f7b6c';
const mots = ({ textes }: Dessin) => textes.map((texte) => texte.mots);
const compter = ({ svg }: Dessin, forme: string) => svg.split(`<${forme} `).length - 1;

function valeur(annee: number, nombre: number | null): ValeurImprimee {
  const texte = nombre === null ? 'non disponible' : String(nombre);
  return {
    annee,
    valeur: nombre,
    nombre,
    texte,
    absence: nombre === null ? 'nd' : null,
    qualite: nombre === null ? null : 'definitive',
    couverture: null,
  };
}

function indicateur(
  nombres: (number | null)[],
  reste: Partial<IndicateurImprime> = {},
): [IndicateurImprime, SerieImprimee] {
  const serie = { territoire: 'Sanitas', valeurs: nombres.map((nombre, rang) => valeur(2024 + rang, nombre)) };
  const [modele] = INDICATEURS_EXEMPLE as [IndicateurImprime];
  return [{ ...modele, reference: null, cibles: [], phrase: 'Une phrase.', series: [serie], ...reste }, serie];
}

describe('chart of one series', () => {
  it('draws a dot per number and a line between consecutive years only', () => {
    const [lu, serie] = indicateur([10, null, 12, 13]);
    const dessin = courbe(lu, serie, ANNEES, COULEUR);
    expect(compter(dessin, 'circle')).toBe(3);
    expect(compter(dessin, 'path')).toBe(1);
  });

  it('says in words why a year is missing, once for a run of years', () => {
    const [lu, serie] = indicateur([10, null, null, 13]);
    const dits = mots(courbe(lu, serie, ANNEES, COULEUR));
    expect(dits.filter((dit) => dit === 'non disponible')).toHaveLength(1);
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
