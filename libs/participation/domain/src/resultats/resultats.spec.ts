import fc from 'fast-check';
import { AUCUN_VOTE } from '../consultation/votes';
import { CLASSES_PROPOSITION, comparerResultats, LIBELLES_CLASSES, resultatDe } from './classer';
import { kMoyennes } from './k-moyennes';
import { consensusDesSegments, opinions } from './opinions';
import { direNombre, participationDeclaree } from './participation';
import { enPourcent, phrasesSeuils, SEUILS_PAR_DEFAUT, seuilsGeles } from './seuils';

const votes = (pour: number, contre: number, neutre: number, pasCompris = 0) => ({
  ...AUCUN_VOTE,
  pour,
  contre,
  neutre,
  pasCompris,
});
const classe = (...comptes: Parameters<typeof votes>) => resultatDe(votes(...comptes)).classe;

describe('the result of a proposition (F4)', () => {
  it('is a class held to the lower bound, not to the share', () => {
    expect(classe(24, 3, 3)).toBe('plebiscitee');
    expect(classe(21, 6, 3)).toBe('non-tranchee');
    expect(classe(70, 20, 10)).toBe('plebiscitee');
    expect(classe(47, 45, 8)).toBe('controversee');
    expect(classe(20, 70, 10)).toBe('rejetee');
    expect(classe(40, 10, 50, 20)).toBe('incomprise');
    expect(classe(40, 10, 50, 19)).toBe('non-tranchee');
    expect(classe(0, 0, 0)).toBe('non-tranchee');
    expect(Object.keys(LIBELLES_CLASSES)).toEqual([...CLASSES_PROPOSITION]);
  });

  it('is never acclaimed nor to be written again on fewer than thirty votes, and says that it is fragile', () => {
    expect(resultatDe(votes(29, 0, 0))).toMatchObject({ classe: 'non-tranchee', fragile: true, n: 29 });
    expect(resultatDe(votes(30, 0, 0))).toMatchObject({ classe: 'plebiscitee', fragile: false });
    expect(classe(0, 0, 29, 29)).toBe('non-tranchee');
    expect(resultatDe(votes(0, 20, 0))).toMatchObject({ classe: 'rejetee', fragile: true });
  });

  it('holds each share between its bounds, by thresholds that were frozen', () => {
    const { pour, neutre, zone } = resultatDe(votes(70, 20, 10));
    expect(pour).toMatchObject({ nombre: 70, part: 0.7 });
    expect(pour.bas).toBeCloseTo(0.60415, 5);
    expect(neutre.haut).toBeGreaterThan(0.1);
    expect(zone).toBe('consensus');
    expect(resultatDe(votes(70, 20, 10), { ...SEUILS_PAR_DEFAUT, plebiscitee: 0.61 }).classe).toBe('non-tranchee');
  });

  it('comes by class, then by what is sure', () => {
    const tries = [votes(20, 70, 10), votes(70, 20, 10), votes(700, 200, 100), votes(47, 45, 8)]
      .map((comptes) => resultatDe(comptes))
      .sort(comparerResultats);
    expect(tries.map(({ n, classe: lue }) => [n, lue])).toEqual([
      [1000, 'plebiscitee'],
      [100, 'plebiscitee'],
      [100, 'controversee'],
      [100, 'rejetee'],
    ]);
  });
});

describe('thresholds', () => {
  it('are the usual ones unless others were frozen, and never let a small count through', () => {
    expect(seuilsGeles({})).toEqual(SEUILS_PAR_DEFAUT);
    expect(seuilsGeles({ plebiscitee: 0.7, rejetee: 'haut', cellule: 3, autre: 1 })).toEqual({
      ...SEUILS_PAR_DEFAUT,
      plebiscitee: 0.7,
    });
    expect(seuilsGeles({ cellule: 20 }).cellule).toBe(20);
  });

  it('read in French', () => {
    expect(enPourcent(0.6)).toBe('60\u202F%');
    expect(phrasesSeuils(SEUILS_PAR_DEFAUT)).toHaveLength(6);
    expect(phrasesSeuils(SEUILS_PAR_DEFAUT)[0]).toContain('60\u202F% d’accord');
  });
});

describe('participation against the population', () => {
  const POPULATION = { femme: 520, homme: 480 };

  it('comes with the share of those who said it', () => {
    const lue = participationDeclaree({ femme: 60, homme: 20 }, 100, POPULATION);
    expect(lue).toMatchObject({ declarants: 80, tauxDeclaration: 0.8, montrable: true });
    expect(lue.diversite.representativite).toBeCloseTo(1 - 0.23, 9);
    expect(lue.parts[0]).toMatchObject({ part: 'femme', nombre: 60, proportion: 0.75, population: 0.52 });
  });

  it('is not shown when fewer than half said it, nor under eleven people', () => {
    expect(participationDeclaree({ femme: 30, homme: 19 }, 100, POPULATION)).toMatchObject({
      montrable: false,
      parts: [],
    });
    expect(participationDeclaree({ femme: 5, homme: 5 }, 10, POPULATION).montrable).toBe(false);
  });

  it('hides a small count and what would give it away, and no index betrays it', () => {
    const lue = participationDeclaree({ femme: 60, homme: 17, autre: 3 }, 100, null);
    expect(lue.parts.map((part) => direNombre(part))).toEqual(['60', 'masqué', '<\u202F11']);
    expect(lue.diversite.equilibre).toBeNull();
  });
});

describe('groups of opinion', () => {
  type Vote = [personne: number, proposition: number, valeur: number];
  /** Two camps that vote the contrary on all but the last two of twelve propositions. */
  const camps = (tailles: readonly number[], bruit = 0.05, propositions = 12): Vote[] =>
    tailles.flatMap((taille, camp) =>
      Array.from({ length: taille }, (_, qui) =>
        Array.from({ length: propositions }, (_proposition, rang): Vote => {
          const avis = rang >= 10 || (rang % 2 === 0) === (camp === 0);
          const inverse = (qui * 31 + rang * 17 + camp * 7) % 100 < bruit * 100;
          return [camp * 1000 + qui, rang + 1, avis !== inverse ? 1 : -1];
        }),
      ).flat(),
    );

  it('are found where there are, with what parts them and what they share', () => {
    const { refus, groupes, partagees, silhouette } = opinions(camps([40, 25]).flat());
    expect(refus).toBeNull();
    expect(groupes.map(({ taille }) => taille).sort()).toEqual([25, 40]);
    expect(silhouette).toBeGreaterThan(0.3);
    expect(groupes.map(({ propres }) => propres.length)).toEqual([5, 5]);
    expect(
      partagees
        .slice(0, 2)
        .map(({ numero }) => numero)
        .sort(),
    ).toEqual([11, 12]);
  });

  it('are the same whatever the order of the votes', () => {
    const tous = camps([40, 25]);
    fc.assert(
      fc.property(fc.shuffledSubarray(tous, { minLength: tous.length }), (melanges) => {
        expect(opinions(melanges.flat())).toEqual(opinions(tous.flat()));
      }),
      { numRuns: 5 },
    );
  });

  it('are not told of few people, of few votes, of small groups, or of opinions all alike', () => {
    expect(opinions(camps([30, 19]).flat()).refus).toContain('il y en a 49');
    expect(opinions(camps([40, 25], 0.05, 6).flat()).refus).toContain('il y en a 0');
    expect(opinions(camps([60, 10], 0).flat()).refus).toContain('moins de 11');
    expect(opinions(camps([60], 0.5).flat()).refus).not.toBeNull();
  });

  it('of declared segments count those of eleven votes', () => {
    expect(
      consensusDesSegments([
        { pour: 20, vus: 20 },
        { pour: 5, vus: 10 },
      ]),
    ).toBeNull();
    expect(
      consensusDesSegments([
        { pour: 20, vus: 20 },
        { pour: 5, vus: 11 },
      ]),
    ).toBeCloseTo((21 / 22) * (6 / 13), 12);
  });

  it('start from no chance', () => {
    const points = { coordonnees: Float64Array.of(0, 1, 10, 11), dimensions: 1 };
    expect([...kMoyennes(points, 2)]).toEqual([1, 1, 0, 0]);
  });
});
