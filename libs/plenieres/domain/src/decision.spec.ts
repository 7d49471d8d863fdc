import { decisionEnRetard, estOuverte, STATUTS_DECISION } from './decision';
import { totalPresents } from './seance';

describe('a decision', () => {
  it('is open until it is done or given up', () => {
    expect(STATUTS_DECISION.filter((statut) => estOuverte({ statut }))).toEqual(['a-faire', 'en-cours']);
  });

  it.each([
    ['a-faire', '2026-01-11', true],
    ['en-cours', '2026-01-11', true],
    ['a-faire', '2026-01-12', false],
    ['faite', '2026-01-11', false],
    ['a-faire', null, false],
  ] as const)('%s, due on %s: late is %s on 12 January 2026', (statut, echeance, attendu) => {
    expect(decisionEnRetard({ statut, echeance }, '2026-01-12')).toBe(attendu);
  });
});

describe('presences', () => {
  it('add up over the collèges, and are unknown as long as nobody counted', () => {
    expect(totalPresents([])).toBeNull();
    const presences = [
      { college: 'etat', presents: 4, excuses: 1 },
      { college: 'habitants', presents: 0, excuses: 0 },
    ] as const;
    expect(totalPresents(presences)).toBe(4);
  });
});
