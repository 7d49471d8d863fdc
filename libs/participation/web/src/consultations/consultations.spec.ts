import { depuisHeureDeParis, enHeureDeParis } from './heure-de-paris';
import { lireTableau } from './externes/lire-tableau';
import { refusQuestion } from './liste/consultations-page';

describe('hours of Paris in a form', () => {
  it.each([
    ['2026-11-30T18:00', '2026-11-30T17:00:00.000Z'],
    ['2026-07-01T18:00', '2026-07-01T16:00:00.000Z'],
    // The last hour of summer time, and the first of winter time.
    ['2026-10-25T01:30', '2026-10-24T23:30:00.000Z'],
    ['2026-10-25T03:30', '2026-10-25T02:30:00.000Z'],
    ['2026-03-29T03:30', '2026-03-29T01:30:00.000Z'],
  ])('%s is %s, and back', (local, iso) => {
    expect(depuisHeureDeParis(local)).toBe(iso);
    expect(enHeureDeParis(iso)).toBe(local);
  });

  it('is nothing for what is no hour', () => {
    expect(depuisHeureDeParis('')).toBeNull();
    expect(depuisHeureDeParis('demain')).toBeNull();
  });
});

describe('a table that was pasted', () => {
  it('is read from a spreadsheet or a CSV, quotes and empty lines included', () => {
    expect(lireTableau('Logement\tRénover vite\n\nSanté\t')).toEqual([
      ['Logement', 'Rénover vite'],
      ['Santé', ''],
    ]);
    expect(lireTableau('"Un ; deux";"dit ""oui"""\r\nTrois ; quatre')).toEqual([
      ['Un ; deux', 'dit "oui"'],
      ['Trois', 'quatre'],
    ]);
    expect(lireTableau('Seul')).toEqual([['Seul']]);
    expect(lireTableau('Un "mot" cité;fin')).toEqual([['Un "mot" cité', 'fin']]);
  });
});

describe('the question of a consultation', () => {
  it('ends with a question mark and holds in 140 characters', () => {
    expect(refusQuestion('Que changer ici ?')).toBeNull();
    expect(refusQuestion('Que changer ici')).toContain('point d’interrogation');
    expect(refusQuestion(`${'a'.repeat(140)}?`)).toContain('140 caractères au plus');
  });
});
