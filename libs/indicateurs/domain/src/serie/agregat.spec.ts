import fc from 'fast-check';
import { type Indicateur, definitionNeuve } from '../definition/indicateur';
import type { Valeur } from '../saisie/valeur';
import { agreger } from './agregat';
import { ecartDe, libelleEcart, phraseEcart } from './ecart';
import { libellePartDesFemmes, partDesFemmes } from './part-des-femmes';
import { phraseSerie } from './phrase';
import { progressionDeSerie } from './progression';
import { type IndicateurAvecValeurs, raisonDuVide, serieDuTerritoire, serieRassemblee } from './serie';

const A = 'QN03709M';
const B = 'QN03702M';
const C = 'QN03704M';
const ANNEES = [2024, 2025, 2026];
const TAUX: Indicateur = {
  ...definitionNeuve('f'),
  id: 'i',
  version: 1,
  ordre: 1,
  libelle: 'Taux',
  type: 'resultat',
  nature: 'pourcentage',
  decimales: 1,
  agregation: 'moyenne-ponderee',
  ruptures: [],
};

function valeur(territoire: string, contenu: number, reste: Partial<Valeur> = {}): Valeur {
  const muet = { commentaire: '', source: '', modifieLe: '', modifiePar: '', retour: '' };
  return {
    ...muet,
    indicateurId: 'i',
    annee: 2025,
    territoire,
    ventilation: 'total',
    version: 1,
    valeur: contenu,
    absence: null,
    qualite: 'definitive',
    statut: 'validee',
    enRetard: false,
    ...reste,
  };
}

const nombre = fc.integer({ min: -10_000, max: 10_000 });
const terme = fc.record({ nombre: fc.option(nombre), poids: fc.option(fc.integer({ min: 1, max: 50_000 })) });
const termes = fc.array(terme, { minLength: 1, maxLength: 20 });
const REGLES = ['somme', 'moyenne', 'moyenne-ponderee'] as const;
const lire = (liste: { nombre: number | null; poids: number | null }[], regle: (typeof REGLES)[number]) =>
  agreger(
    liste.map((partie) => partie.nombre),
    regle,
    liste.length,
    liste.map((partie) => partie.poids),
  );

describe('roll-up of territories, whatever they hold', () => {
  it('does not depend on the order of the territories', () => {
    fc.assert(
      fc.property(termes, fc.constantFrom(...REGLES), (liste, regle) => {
        const [droit, envers] = [lire(liste, regle), lire([...liste].reverse(), regle)];
        expect(envers.renseignes).toBe(droit.renseignes);
        if (droit.valeur === null) expect(envers.valeur).toBeNull();
        else expect(envers.valeur).toBeCloseTo(droit.valeur, 6);
      }),
    );
  });

  it('keeps a weighted mean between the smallest and the greatest of what it weighs', () => {
    fc.assert(
      fc.property(termes, (liste) => {
        const { valeur: moyenne } = lire(liste, 'moyenne-ponderee');
        const peses = liste.flatMap((partie) => (partie.poids === null ? [] : (partie.nombre ?? [])));
        if (moyenne === null) expect(peses).toEqual([]);
        else {
          expect(moyenne).toBeGreaterThanOrEqual(Math.min(...peses) - 1e-6);
          expect(moyenne).toBeLessThanOrEqual(Math.max(...peses) + 1e-6);
        }
      }),
    );
  });

  it('is the plain mean when everybody weighs the same', () => {
    fc.assert(
      fc.property(fc.array(nombre, { minLength: 1 }), fc.integer({ min: 1, max: 9 }), (nombres, poids) => {
        const liste = nombres.map((seul) => ({ nombre: seul, poids }));
        expect(lire(liste, 'moyenne-ponderee').valeur).toBeCloseTo(lire(liste, 'moyenne').valeur ?? NaN, 6);
      }),
    );
  });

  it('never covers more territories than expected', () => {
    fc.assert(
      fc.property(termes, fc.constantFrom(...REGLES), (liste, regle) => {
        const { renseignes, attendus } = lire(liste, regle);
        expect(renseignes).toBeLessThanOrEqual(attendus);
      }),
    );
  });
});

describe('a series over the territories', () => {
  const de = (reste: Partial<IndicateurAvecValeurs>): IndicateurAvecValeurs => ({ ...TAUX, valeurs: [], ...reste });
  const en2025 = (indicateur: IndicateurAvecValeurs) => serieRassemblee(indicateur, [A, B, C], ANNEES, 2026)[1];

  it('weighs by the last population known at that year, and leaves out the quarter without one', () => {
    const poids = [
      { territoire: A, annee: 2020, poids: 1000 },
      { territoire: A, annee: 2026, poids: 9000 },
      { territoire: B, annee: 2022, poids: 3000 },
    ];
    const lu = en2025(de({ poids, valeurs: [valeur(A, 10), valeur(B, 50), valeur(C, 90)] }));
    expect(lu).toMatchObject({ nombre: 40, couverture: { renseignes: 2, attendus: 3 } });
  });

  it('weighs by another indicator in that very year alone', () => {
    const poids = [
      { territoire: A, annee: 2024, poids: 70 },
      { territoire: B, annee: 2025, poids: 5 },
    ];
    const lu = en2025(de({ ponderationId: 'autre', poids, valeurs: [valeur(A, 10), valeur(B, 50)] }));
    expect(lu).toMatchObject({ nombre: 50, couverture: { renseignes: 1, attendus: 3 } });
  });

  it('says in words why there is no total, with what was answered', () => {
    const sansPoids = de({ valeurs: [valeur(A, 10)] });
    const seul = de({ agregation: 'aucune', valeurs: [valeur(A, 10), valeur(B, 5)] });
    expect(raisonDuVide(en2025(sansPoids)?.absence ?? null)).toBe('poids inconnus');
    expect(raisonDuVide(en2025(seul)?.absence ?? null)).toBe('ne se totalise pas');
    expect(en2025(seul)?.couverture).toEqual({ renseignes: 2, attendus: 3 });
    const dite = (indicateur: IndicateurAvecValeurs) =>
      phraseSerie(indicateur, serieRassemblee(indicateur, [A, B, C], ANNEES, 2026)).replace(/\s/g, ' ');
    expect(dite(sansPoids)).toBe('Pas de moyenne : il manque la population des quartiers (1 QPV sur 3 en 2025).');
    expect(dite(seul)).toContain('ne se totalisent pas');
  });
});

describe('a break of series', () => {
  const avant = { ...TAUX, cibles: [], reference: null };
  const rupture = (depuis: number) => ({ depuis, motif: 'Comptage', avant, quand: '', auteur: '' });
  const chemin = { reference: { annee: 2023, valeur: 10 }, cibles: [{ annee: 2030, valeur: 30 }] };
  const lire = (depuis: number) => {
    const indicateur = { ...TAUX, ...chemin, ruptures: [rupture(depuis)], valeurs: [valeur(A, 20)] };
    const serie = serieDuTerritoire(indicateur, A, ANNEES, 2026);
    return { progression: progressionDeSerie(indicateur, serie), phrase: phraseSerie(indicateur, serie) };
  };

  it('compares the values that follow the definition of today, and says since when', () => {
    const { progression, phrase } = lire(2025);
    expect(progression).toEqual({ taux: 0.5 });
    expect(phrase).toContain('du chemin');
    expect(phrase).toContain('Nouvelle définition depuis 2025');
  });

  it('compares the values of an older definition with nothing', () => {
    const { progression, phrase } = lire(2026);
    expect(progression).toEqual({ nonCalculable: 'la définition change en 2026' });
    expect(phrase).not.toContain('chemin');
    expect(phrase).toContain('Nouvelle définition à partir de 2026');
  });
});

describe('share of women', () => {
  const parts = [
    valeur(A, 100),
    valeur(A, 45, { ventilation: 'femmes' }),
    valeur(A, 35, { ventilation: 'hommes' }),
    valeur(B, 100),
  ];

  it('bears on the people whose sex is known, and says how many they are', () => {
    const part = partDesFemmes(parts, 2025, [A, B]);
    expect(part).toEqual({ part: 45 / 80, declaration: 80 / 200 });
    const dite = libellePartDesFemmes({ ventilations: ['sexe'] }, 2025, part).replace(/\s/g, ' ');
    expect(dite).toBe('Part des femmes en 2025 : 56 %, sexe connu pour 40 %.');
  });

  it('says that the split is missing, and nothing where it is not asked for', () => {
    expect(libellePartDesFemmes({ ventilations: ['sexe'] }, 2025, partDesFemmes(parts, 2025, [B]))).toContain(
      'non renseignée',
    );
    expect(libellePartDesFemmes({ ventilations: [] }, 2025, null)).toBe('');
  });
});

describe('gap of a quarter to the whole', () => {
  const valeurs = [valeur('contrat', 15.2), valeur(A, 42.3), valeur(B, 15.2), valeur('contrat', 14, { annee: 2024 })];

  it('counts in points for a share, in the last year that both know, with its direction', () => {
    const pauvrete: IndicateurAvecValeurs = { ...TAUX, sens: 'baisse', valeurs };
    const ecart = ecartDe(pauvrete, A);
    if (!ecart) throw new Error('a gap is expected');
    expect(ecart).toMatchObject({ annee: 2025, sens: 'defavorable' });
    expect(phraseEcart(ecart, pauvrete, 'Sanitas').replace(/\s/g, ' ')).toBe(
      'Sanitas : 42,3 % en 2025, contre 15,2 % pour l’ensemble, soit 27,1 points au-dessus.',
    );
    const egal = ecartDe(pauvrete, B);
    expect(egal && libelleEcart(egal, pauvrete)).toBe('comme l’ensemble');
    expect(ecartDe(pauvrete, C)).toBeNull();
  });

  it('counts in a share of the whole for anything else', () => {
    const revenu = { ...TAUX, nature: 'montant', valeurs: [valeur('contrat', 20_000), valeur(A, 13_000)] } as const;
    const ecart = ecartDe({ ...revenu, valeurs: [...revenu.valeurs] }, A);
    expect(ecart && libelleEcart(ecart, revenu).replace(/\s/g, ' ')).toBe('35 % en dessous');
    expect(ecart?.sens).toBe('defavorable');
  });
});
