import fc from 'fast-check';
import { AUCUN_VOTE, compterVote, totalVotes } from '../consultation/votes';
import { budgetNouvelles } from '../formules/groupes';
import { type Candidate, vuesDe } from './candidate';
import { ALGORITHMES_SEQUENCE, choisirSequence, EXPLICATIONS_ALGORITHMES } from './choisir-sequence';
import { hasardDe, melanger, tirerTaux } from './hasard';

const REGLAGE = { graine: 1, seuilEssai: 5 };
const RIEN = new Set<string>();

const candidate = (rang: number, reste: Partial<Candidate> = {}): Candidate => ({
  id: `p${String(rang).padStart(5, '0')}`,
  etat: 'acceptee',
  auteurId: null,
  accepteeLe: new Date(Date.UTC(2026, 0, 1, 0, rang)).toISOString(),
  comptes: AUCUN_VOTE,
  mots: [],
  ...reste,
});
const plusieurs = (nombre: number, reste: (rang: number) => Partial<Candidate> = () => ({})) =>
  Array.from({ length: nombre }, (_, rang) => candidate(rang, reste(rang)));
const votes = ({ comptes }: Candidate) => totalVotes(comptes);
const avec = (pour: number, contre = 0, neutre = 0, reste: Partial<typeof AUCUN_VOTE> = {}) => ({
  comptes: { ...AUCUN_VOTE, pour, contre, neutre, ...reste },
});

describe('chance', () => {
  it('comes from its seed, scatters neighbours, and draws rates around theirs', () => {
    const premiers = Array.from({ length: 200 }, (_, graine) => hasardDe(graine)());
    expect(Math.min(...premiers)).toBeLessThan(0.1);
    expect(Math.max(...premiers)).toBeGreaterThan(0.9);
    expect(melanger([1, 2, 3, 4, 5], hasardDe(7))).toEqual(melanger([1, 2, 3, 4, 5], hasardDe(7)));
    const hasard = hasardDe(3);
    const tirages = Array.from({ length: 4_000 }, () => tirerTaux(30, 100, 0.33, hasard));
    expect(tirages.reduce((somme, taux) => somme + taux, 0) / 4_000).toBeCloseTo(30.33 / 101.33, 2);
    expect(tirerTaux(0, 0, 0.01, hasard)).toBeGreaterThanOrEqual(0);
  });
});

describe('a sequence', () => {
  const propositions = fc.array(
    fc.record({
      auteurId: fc.option(fc.integer({ min: 0, max: 20 }).map((rang) => `a${rang}`)),
      etat: fc.constantFrom('acceptee', 'acceptee', 'acceptee', 'refusee', 'retiree', 'rattachee', 'en-attente'),
      pour: fc.integer({ min: 0, max: 40 }),
      contre: fc.integer({ min: 0, max: 40 }),
      vue: fc.boolean(),
      mots: fc.subarray(['velo', 'arbre', 'banc', 'bus', 'ecole']),
    }),
    { maxLength: 220 },
  );

  it('holds no proposition already voted, refused, withdrawn or attached, no two of an author, twelve at most', () => {
    fc.assert(
      fc.property(propositions, fc.integer(), (lignes, graine) => {
        const toutes = lignes.map(({ auteurId, etat, pour, contre, mots }, rang) =>
          candidate(rang, { auteurId, etat, mots, ...avec(pour, contre) } as Partial<Candidate>),
        );
        const vues = new Set(toutes.filter((_, rang) => lignes[rang]?.vue).map(({ id }) => id));
        const { ids } = choisirSequence(toutes, vues, { graine, seuilEssai: 5 });
        const choisies = ids.flatMap((id) => toutes.find((une) => une.id === id) ?? []);
        expect(new Set(ids).size).toBe(ids.length);
        expect(choisies.filter(({ id, etat }) => vues.has(id) || etat !== 'acceptee')).toEqual([]);
        const auteurs = choisies.flatMap(({ auteurId }) => auteurId ?? []);
        expect(new Set(auteurs).size).toBe(auteurs.length);
        const restantes = toutes.filter(({ id, etat }) => etat === 'acceptee' && !vues.has(id));
        const voix = new Set(restantes.map(({ id, auteurId }) => auteurId ?? id));
        expect(ids).toHaveLength(Math.min(12, voix.size));
      }),
      { numRuns: 300 },
    );
  });

  it('is the same from the same seed, whatever the order of the rows', () => {
    for (const nombre of [40, 200]) {
      const toutes = plusieurs(nombre, (rang) => avec(rang % 17, rang % 5));
      const servie = choisirSequence(toutes, RIEN, REGLAGE);
      expect(choisirSequence([...toutes].reverse(), RIEN, REGLAGE)).toEqual(servie);
      expect(choisirSequence(toutes, RIEN, { ...REGLAGE, graine: 2 }).ids).not.toEqual(servie.ids);
    }
  });

  it('shows the least seen first up to 150 propositions, then lets the bandit choose', () => {
    expect(choisirSequence(plusieurs(150), RIEN, REGLAGE).algorithme).toBe('moins-vues');
    expect(choisirSequence(plusieurs(151), RIEN, REGLAGE).algorithme).toBe('bandit');
    expect(Object.keys(EXPLICATIONS_ALGORITHMES)).toEqual([...ALGORITHMES_SEQUENCE]);
  });

  it('holds the votes to come for votes', () => {
    expect(vuesDe(candidate(0, { ...avec(2, 1), enCours: 4 }))).toBe(7);
    const toutes = plusieurs(30, (rang) => ({ enCours: rang < 18 ? 3 : 0 }));
    expect(choisirSequence(toutes, RIEN, REGLAGE).ids.every((id) => id >= 'p00018')).toBe(true);
  });

  it('ends when everything was seen', () => {
    const toutes = plusieurs(5);
    expect(choisirSequence(toutes, new Set(toutes.map(({ id }) => id)), REGLAGE).ids).toEqual([]);
    expect(choisirSequence(toutes, new Set(['p00000']), REGLAGE).ids).toHaveLength(4);
  });
});

describe('the bandit', () => {
  const reglage = (graine: number) => ({ graine, seuilEssai: 10 });

  it('keeps four places for the new ones, the oldest first', () => {
    const toutes = plusieurs(200, (rang) => (rang < 20 ? {} : avec(20, 10)));
    const nouvelles = choisirSequence(toutes, RIEN, reglage(1)).ids.filter((id) => id < 'p00020');
    expect(nouvelles.sort()).toEqual(['p00000', 'p00001', 'p00002', 'p00003']);
  });

  it('shows more what people agree with, and always something that divides', () => {
    const aimees = (rang: number) => rang < 20;
    const divisees = (rang: number) => rang >= 20 && rang < 30;
    const toutes = plusieurs(300, (rang) =>
      aimees(rang) ? avec(95, 3, 2) : divisees(rang) ? avec(47, 48, 5) : avec(20, 70, 10),
    );
    let [bonnes, divisantes] = [0, 0];
    for (let graine = 0; graine < 40; graine += 1) {
      const { ids } = choisirSequence(toutes, RIEN, reglage(graine));
      bonnes += ids.filter((id) => id < 'p00020').length;
      divisantes += ids.some((id) => id >= 'p00020' && id < 'p00030') ? 1 : 0;
    }
    expect(bonnes / 40).toBeGreaterThan(8);
    expect(divisantes).toBe(40);
  });

  it('prefers, among the best, what was seen least, and repeats no keyword while it can', () => {
    const toutes = plusieurs(200, (rang) =>
      rang < 10 ? avec(rang === 0 ? 30 : 1_000, 0, 0) : { ...avec(10, 60, 10), mots: [`m${Math.floor(rang / 10)}`] },
    );
    for (let graine = 0; graine < 10; graine += 1) {
      const { ids } = choisirSequence(toutes, RIEN, reglage(graine));
      expect(ids).toContain('p00000');
      const mots = ids.flatMap((id) => toutes.find((une) => une.id === id)?.mots ?? []);
      expect(new Set(mots).size).toBe(mots.length);
    }
  });
});

/** Participants one after the other, each voting on all that they are shown; `arrivees` tells when each proposition comes. */
function derouler(
  nombre: number,
  participants: number,
  graine: number,
  seuilEssai: number,
  arriveeDe: (rang: number) => number,
) {
  const toutes = plusieurs(nombre);
  for (let rang = 0; rang < participants; rang += 1) {
    const presentes = toutes.filter((_, place) => arriveeDe(place) <= rang / participants);
    const { ids } = choisirSequence(presentes, RIEN, { graine: graine + rang, seuilEssai });
    for (const une of toutes)
      if (ids.includes(une.id))
        une.comptes = compterVote(une.comptes, { valeur: rang % 3 ? 1 : -1, qualifications: [] }, 1);
  }
  return toutes.map(votes);
}

describe('no proposition is starved', () => {
  it('and the least seen first stay within two votes of one another, one participant at a time', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 13, max: 150 }),
        fc.integer({ min: 5, max: 60 }),
        fc.nat(1e6),
        (nombre, gens, graine) => {
          const recus = derouler(nombre, gens, graine, 3, () => 0);
          expect(Math.max(...recus) - Math.min(...recus)).toBeLessThanOrEqual(2);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('and stay within twelve votes with fifty participants at once', () => {
    const toutes = plusieurs(60);
    const hasard = hasardDe(11);
    let graine = 0;
    const servir = () => {
      const { ids } = choisirSequence(toutes, RIEN, { graine: (graine += 1), seuilEssai: 3 });
      for (const une of toutes) if (ids.includes(une.id)) une.enCours = (une.enCours ?? 0) + 1;
      return ids;
    };
    const enCours = Array.from({ length: 50 }, servir);
    for (let pas = 0; pas < 12_000; pas += 1) {
      const qui = Math.floor(hasard() * 50);
      const id = enCours[qui]?.pop();
      const une = toutes.find((autre) => autre.id === id);
      if (une) {
        une.comptes = compterVote(une.comptes, { valeur: 1, qualifications: [] }, 1);
        une.enCours = (une.enCours ?? 0) - 1;
      }
      if (enCours[qui]?.length === 0) enCours[qui] = servir();
    }
    const recus = toutes.map(votes);
    expect(Math.max(...recus) - Math.min(...recus)).toBeLessThanOrEqual(12);
  });

  it('and the bandit gives each its trial when the budget allows it, even to those that come late', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 151, max: 220 }),
        fc.integer({ min: 10, max: 22 }),
        fc.nat(1e6),
        (nombre, part, graine) => {
          const participants = Math.ceil((nombre * part) / 12);
          const seuil = budgetNouvelles(participants * 12, nombre);
          const recus = derouler(nombre, participants, graine, seuil, (rang) =>
            rang < 151 ? 0 : (0.85 * rang) / nombre,
          );
          expect(Math.min(...recus)).toBeGreaterThanOrEqual(seuil);
        },
      ),
      { numRuns: 6 },
    );
  });
});
