import fc from 'fast-check';
import type { Rupture } from '../definition/indicateur';
import { VENTILATIONS, type Ventilation } from '../saisie/valeur';
import { alertesDe, PARTIES, type RegleQualite, type ValeurJugee } from './alertes';

function indicateur(reste: Partial<RegleQualite> = {}): RegleQualite {
  return {
    nature: 'nombre',
    decimales: 0,
    unite: 'habitants',
    modalites: [],
    periodicite: 'annuelle',
    anneesPonctuelles: [],
    borneMin: null,
    borneMax: null,
    cumulatif: false,
    ruptures: [],
    ...reste,
  };
}

function valeur(nombre: ValeurJugee['valeur'], reste: Partial<ValeurJugee> = {}): ValeurJugee {
  const cellule = { indicateurId: 'i', annee: 2026, territoire: 'QN03709M', ventilation: 'total' as const };
  return { ...cellule, valeur: nombre, absence: null, commentaire: '', ...reste };
}

const rupture = (depuis: number) => ({ depuis, motif: 'Autre comptage' }) as Rupture;
const textes = (...appel: Parameters<typeof alertesDe>) =>
  alertesDe(...appel).map(({ texte }) => texte.replace(/[\u00A0\u202F]/g, ' '));
const regles = (...appel: Parameters<typeof alertesDe>) => alertesDe(...appel).map(({ regle }) => regle);

describe('a doubtful value', () => {
  it.each([
    [3, { borneMin: 5 }, '3 habitants, c’est moins que le minimum plausible (5 habitants).'],
    [120, { borneMax: 100 }, '120 habitants, c’est plus que le maximum plausible (100 habitants).'],
    [104, { nature: 'pourcentage' as const }, '104 % dépasse 100 %.'],
  ])('says so with its figures: %s', (nombre, reste, phrase) => {
    expect(textes(valeur(nombre), indicateur(reste), [])).toEqual([phrase]);
  });

  it('is compared with the year before, in the same place and for the same people', () => {
    const voisines = [
      valeur(40, { annee: 2025 }),
      valeur(200, { annee: 2024 }),
      valeur(500, { annee: 2025, territoire: 'QN03708M' }),
      valeur(20, { annee: 2025, ventilation: 'femmes' }),
    ];
    expect(textes(valeur(81), indicateur(), voisines)).toEqual([
      '81 habitants, c’est plus du double de 2025 (40 habitants).',
    ]);
    expect(textes(valeur(19), indicateur(), voisines)).toEqual([
      '19 habitants, c’est moins de la moitié de 2025 (40 habitants).',
    ]);
    expect(textes(valeur(80), indicateur(), voisines)).toEqual([]);
    expect(textes(valeur(20), indicateur(), voisines)).toEqual([]);
  });

  it('measured now and then is compared with the time before', () => {
    const reste = indicateur({ periodicite: 'ponctuelle', anneesPonctuelles: [2024, 2027, 2030] });
    const voisines = [valeur(10, { annee: 2024 })];
    expect(regles(valeur(30, { annee: 2027 }), reste, voisines)).toEqual(['variation']);
    expect(regles(valeur(30, { annee: 2024 }), reste, [])).toEqual([]);
  });

  it('is never compared across a change of definition', () => {
    const voisines = [valeur(10, { annee: 2025 })];
    expect(regles(valeur(90), indicateur({ ruptures: [rupture(2026)] }), voisines)).toEqual([]);
    expect(regles(valeur(90), indicateur({ ruptures: [rupture(2025)] }), voisines)).toEqual(['variation']);
    expect(regles(valeur(2), indicateur({ cumulatif: true, ruptures: [rupture(2026)] }), voisines)).toEqual([]);
  });

  it('counted since the beginning may double but not fall, even after a year that is missing', () => {
    const cumul = indicateur({ cumulatif: true });
    expect(regles(valeur(90), cumul, [valeur(10, { annee: 2025 })])).toEqual([]);
    expect(textes(valeur(9), cumul, [valeur(10, { annee: 2024 })])).toEqual([
      'Ce compte s’ajoute d’année en année et ne peut pas baisser : 10 habitants en 2024, 9 habitants en 2026.',
    ]);
  });

  it('does not hide parts that do not make it', () => {
    const part = (ventilation: Ventilation, nombre: number) => valeur(nombre, { ventilation });
    const moities = [part('femmes', 6), part('hommes', 5)];
    expect(textes(valeur(12), indicateur(), moities)).toEqual(['La répartition par sexe fait 11, le total dit 12.']);
    expect(textes(valeur(12), indicateur(), [...moities, part('sexe-non-precise', 1)])).toEqual([]);
    expect(textes(valeur(12), indicateur(), [part('femmes', 6)])).toEqual([]);
    expect(textes(valeur(12), indicateur(), [part('25-59', 13)])).toEqual([
      'La répartition par âge fait 13, le total dit 12.',
    ]);
  });

  it('of a part asks for its total', () => {
    const femmes = valeur(6, { ventilation: 'femmes' });
    expect(textes(femmes, indicateur(), [femmes])).toEqual(['Une partie est donnée alors que le total est vide.']);
    expect(textes(femmes, indicateur(), [femmes, valeur(12)])).toEqual([]);
    const secret = valeur(null, { absence: 'secret' });
    expect(regles(femmes, indicateur(), [secret])).toEqual(['total-manquant']);
  });

  it('is explained by its comment', () => {
    const expliquees = (commentaire: string) =>
      alertesDe(valeur(104, { commentaire }), indicateur({ nature: 'pourcentage' }), []).map(
        ({ expliquee }) => expliquee,
      );
    expect(expliquees('Deux ateliers de plus.')).toEqual([true]);
    expect(expliquees('  ')).toEqual([false]);
  });
});

describe('whatever the figures', () => {
  const nombres = fc.integer({ min: 0, max: 100_000 });

  it('a value is doubtful against last year exactly when it left the interval from half to double', () => {
    fc.assert(
      fc.property(nombres, fc.integer({ min: 1, max: 100_000 }), (nombre, avant) => {
        const doutes = regles(valeur(nombre), indicateur(), [valeur(avant, { annee: 2025 })]);
        expect(doutes.includes('variation')).toBe(nombre > avant * 2 || nombre * 2 < avant);
      }),
    );
  });

  it('a total is never doubted when it is the sum of its parts, and always when they make more', () => {
    const parts = fc.array(nombres, { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(parts, fc.integer({ min: -50, max: 50 }), (nombresDesParts, ecart) => {
        const [connues, reste] = PARTIES.sexe;
        const voisines = [...connues, reste].map((ventilation, rang) =>
          valeur(nombresDesParts[rang] ?? 0, { ventilation }),
        );
        const somme = nombresDesParts.reduce((cumul, nombre) => cumul + nombre, 0);
        fc.pre(somme + ecart >= 0);
        expect(regles(valeur(somme + ecart), indicateur(), voisines).includes('ventilation')).toBe(ecart !== 0);
      }),
    );
  });

  it('an absence, a text, a list or a degree is never doubted', () => {
    const autres = fc.constantFrom<[ValeurJugee['valeur'], RegleQualite['nature']]>(
      [null, 'nombre'],
      ['Deux ateliers', 'texte'],
      [['atelier'], 'liste'],
      ['oui', 'oui-non'],
      [2, 'echelle'],
    );
    fc.assert(
      fc.property(autres, fc.constantFrom(...VENTILATIONS), nombres, ([contenu, nature], ventilation, avant) => {
        const regle = indicateur({ nature, borneMin: 100_001, borneMax: 100_002, cumulatif: true });
        expect(alertesDe(valeur(contenu, { ventilation }), regle, [valeur(avant, { annee: 2025 })])).toEqual([]);
      }),
    );
  });

  it('the order of the neighbours does not matter', () => {
    const voisines = fc.array(
      fc.record({
        annee: fc.integer({ min: 2024, max: 2026 }),
        nombre: nombres,
        ventilation: fc.constantFrom(...VENTILATIONS),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(voisines, nombres, fc.boolean(), (autres, nombre, cumulatif) => {
        const uniques = [...new Map(autres.map((autre) => [`${autre.annee}/${autre.ventilation}`, autre])).values()];
        const autour = uniques.map(({ annee, nombre: n, ventilation }) => valeur(n, { annee, ventilation }));
        const regle = indicateur({ cumulatif });
        expect(alertesDe(valeur(nombre), regle, autour.toReversed())).toEqual(alertesDe(valeur(nombre), regle, autour));
      }),
    );
  });
});
