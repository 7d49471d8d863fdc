import fc from 'fast-check';
import { formaterNombre } from '@pleniere/shared/domain';
import { formaterValeur } from '../indicateurs.labels';
import { NATURES, type Modalite, type Nature } from '../definition/indicateur';
import { lireCellule } from './lecture';
import { verifierContenu, type RegleIndicateur } from './regles-valeur';

const DEGRES: Modalite[] = [-2, -1, 0, 1, 2].map((degre) => ({
  valeur: String(degre),
  libelle: `Degré ${degre}, au choix`,
}));
const REPONSES: Modalite[] = [
  { valeur: 'atelier', libelle: 'Atelier' },
  { valeur: 'porte-a-porte', libelle: 'Porte-à-porte, pied d’immeuble' },
  { valeur: 'porte', libelle: 'Porte-à-porte' },
  { valeur: 'reunion', libelle: 'Réunion publique' },
];

function indicateur(nature: Nature, reste: Partial<RegleIndicateur> = {}): RegleIndicateur {
  const modalites = nature === 'echelle' ? DEGRES : nature === 'liste' ? REPONSES : [];
  return {
    type: 'resultat',
    nature,
    decimales: 0,
    maille: 'qpv',
    periodicite: 'annuelle',
    anneesPonctuelles: [],
    modalites,
    ventilations: [],
    ...reste,
  };
}

/** A number that an indicator with that many decimals accepts. */
const nombreA = (decimales: number, min: number, max: number) =>
  fc.integer({ min: min * 10 ** decimales, max: max * 10 ** decimales }).map((entier) => entier / 10 ** decimales + 0);

describe('reading a cell', () => {
  it('reads back every number exactly as it is written', () => {
    const cas = fc.integer({ min: 0, max: 4 }).chain((decimales) =>
      fc.oneof(
        fc.record({ regle: fc.constant(indicateur('nombre', { decimales })), valeur: nombreA(decimales, 0, 1e9) }),
        fc.record({ regle: fc.constant(indicateur('frequence', { decimales })), valeur: nombreA(decimales, 0, 400) }),
        fc.record({
          regle: fc.constant(indicateur('pourcentage', { decimales })),
          valeur: nombreA(decimales, -100, 1000),
        }),
        fc.record({ regle: fc.constant(indicateur('montant', { decimales })), valeur: nombreA(2, 0, 1e9) }),
      ),
    );
    fc.assert(
      fc.property(cas, ({ regle, valeur }) => {
        expect(lireCellule(formaterValeur(valeur, regle), regle)).toEqual({ sorte: 'valeur', valeur });
      }),
    );
  });

  it('reads back degrees and answers from their labels, even when a label holds a comma', () => {
    const liste = indicateur('liste');
    fc.assert(
      fc.property(
        fc.shuffledSubarray(
          REPONSES.map(({ valeur }) => valeur),
          { minLength: 1 },
        ),
        (valeur) => {
          expect(lireCellule(formaterValeur(valeur, liste), liste)).toEqual({ sorte: 'valeur', valeur });
        },
      ),
    );
    const echelle = indicateur('echelle');
    fc.assert(
      fc.property(fc.constantFrom(-2, -1, 0, 1, 2), (valeur) => {
        expect(lireCellule(formaterValeur(valeur, echelle), echelle)).toEqual({ sorte: 'valeur', valeur });
      }),
    );
  });

  it('never gives a value that the rules refuse, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(...NATURES), (texte, nature) => {
        const lue = lireCellule(texte, indicateur(nature));
        if (lue.sorte === 'valeur') expect(verifierContenu(lue.valeur, indicateur(nature))).toBeNull();
      }),
    );
  });

  it.each([
    ['1 060', 1060],
    ['1\u202F060', 1060],
    [' 12 ', 12],
    ['0', 0],
  ])('reads the count « %s »', (texte, valeur) => {
    expect(lireCellule(texte, indicateur('nombre'))).toEqual({ sorte: 'valeur', valeur });
  });

  it.each([
    ['42,5 %', 'pourcentage', 42.5],
    ['−3', 'pourcentage', -3],
    ['12 500,50 €', 'montant', 12500.5],
    ['2.5', 'frequence', 2.5],
  ] as const)('reads « %s » as people write it', (texte, nature, valeur) => {
    expect(lireCellule(texte, indicateur(nature, { decimales: 1 }))).toEqual({ sorte: 'valeur', valeur });
  });

  it.each([
    ['nd', 'nd'],
    ['N.D.', 'nd'],
    ['non concerné', 'non-concerne'],
    ['s', 'secret'],
    ['À venir', 'a-venir'],
  ])('reads the absence « %s »', (texte, absence) => {
    expect(lireCellule(texte, indicateur('nombre'))).toEqual({ sorte: 'absence', absence });
  });

  it('tells an emptied cell from a zero, and keeps what it does not understand as a refusal', () => {
    expect(lireCellule('  ', indicateur('nombre'))).toEqual({ sorte: 'vide' });
    expect(lireCellule('douze', indicateur('nombre'))).toEqual({ sorte: 'refus', detail: 'Un nombre est attendu.' });
    expect(lireCellule('2,5', indicateur('nombre'))).toEqual({
      sorte: 'refus',
      detail: 'Un nombre entier est attendu.',
    });
    expect(lireCellule('beaucoup', indicateur('echelle'))).toEqual({
      sorte: 'refus',
      detail: 'Cette valeur n’est pas un degré de l’échelle.',
    });
  });

  it('writes whole amounts without cents and others with two', () => {
    expect(formaterValeur(1200, indicateur('montant'))).toBe(`${formaterNombre(1200)}\u00A0€`);
    expect(formaterValeur(1200.5, indicateur('montant', { decimales: 1 }))).toContain('200,50');
    expect(formaterValeur(12.345, indicateur('nombre'))).toBe('12,3');
    expect(formaterValeur(12.02, indicateur('nombre'))).toBe('12');
  });
});
