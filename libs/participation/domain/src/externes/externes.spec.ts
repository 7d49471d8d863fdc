import { histoireDesDates, lireJour } from './dates';
import { lireExterne } from './lecture';

const feuille = (nom: string, ...lignes: (string | number | null)[][]) => ({ nom, lignes });

describe('the dates of somebody else’s consultation', () => {
  it('that bear the same words are one date that moved, the last line being what it came to', () => {
    const dates = [
      { libelle: 'Fin', date: '2025-09-13', source: 'Communiqué' },
      { libelle: 'Résultats', date: '2025-11-05', source: '' },
      { libelle: 'fin', date: '2025-09-28', source: 'Résultats' },
    ];
    expect(histoireDesDates(dates)).toEqual([
      { ...dates[2], avant: [dates[0]] },
      { ...dates[1], avant: [] },
    ]);
  });

  it('are read as people write them', () => {
    expect(lireJour('13/09/2025')).toBe('2025-09-13');
    expect(lireJour('2025-09-13')).toBe('2025-09-13');
    expect(lireJour('31/02/2025')).toBeNull();
    expect(lireJour('septembre')).toBeNull();
  });
});

describe('a file of somebody else’s consultation', () => {
  it('is known by the headings of its sheets, whatever their order and what stands above them', () => {
    const lue = lireExterne([
      feuille('Quand', ['Mieux vivre en ville'], ['Date', 'Étape', 'Source'], ['13/09/2025', 'Fin', 'Communiqué']),
      feuille('A', ['Explication', 'Priorité'], ['Vite.', 'Rénover'], [null, ''], ['', 'Planter']),
      feuille('P', ['Projet', 'Porté par'], ['Un jardin', 'Les voisins']),
      feuille('C', ['Compte', 'Visé', 'Obtenu'], ['Participants', null, '50 733'], ['Votes', 1000, 269838]),
    ]);
    expect(lue).toEqual({
      dates: [{ libelle: 'Fin', date: '2025-09-13', source: 'Communiqué' }],
      agenda: [
        { titre: 'Rénover', texte: 'Vite.' },
        { titre: 'Planter', texte: '' },
      ],
      projets: [{ titre: 'Un jardin', porteur: 'Les voisins', texte: '' }],
      chiffres: {
        participants: { objectif: null, realise: 50_733 },
        votes: { objectif: 1000, realise: 269_838 },
      },
      refusees: [],
    });
  });

  it('gives back what it cannot take, as it was written, with its line and the reason', () => {
    const lue = lireExterne([
      feuille('Dates', ['Date', 'Libellé'], ['en septembre', 'Fin'], ['01/10/2025', ''], ['02/10/2025', 'Bilan']),
      feuille('Agenda', ['Priorité', 'Texte'], ['', 'Sans titre'], ['T'.repeat(201), '']),
      feuille('Comptes', ['Compte', 'Obtenu'], ['Visites', 12], ['Votes', 'beaucoup']),
      feuille('Notes', ['À garder pour plus tard', 'oui']),
    ]);
    expect(lue.dates).toHaveLength(1);
    expect(lue.refusees.map(({ feuille: nom, ligne, cellules }) => [nom, ligne, cellules[0]?.slice(0, 12)])).toEqual([
      ['Dates', 2, 'en septembre'],
      ['Dates', 3, '01/10/2025'],
      ['Agenda', 2, ''],
      ['Agenda', 3, 'TTTTTTTTTTTT'],
      ['Comptes', 2, 'Visites'],
      ['Comptes', 3, 'Votes'],
      ['Notes', 1, 'À garder pou'],
    ]);
    expect(lue.refusees[0]?.pourquoi).toContain('13/09/2025 est attendu');
    expect(lue.refusees.at(-1)?.pourquoi).toContain('titres');
  });

  it('is taken up to what a consultation may hold', () => {
    const lignes = Array.from({ length: 52 }, (_, rang) => [`Priorité ${rang}`, '']);
    const lue = lireExterne([feuille('A', ['Priorité', 'Texte'], ...lignes)]);
    expect([lue.agenda.length, lue.refusees.length]).toEqual([50, 2]);
  });
});
