import { lettreDe, libelleRole, manquesDesRoles, verifierRoles } from './colonnes';
import { lireAnnee } from './lecture-annee';
import { decrireColonnes, proposerRoles, trouverFeuille, trouverTitres } from './titres';

describe('years of a file', () => {
  it.each([
    ['a number', 2025, 2025],
    ['a text', ' 2025 ', 2025],
    ['a text with a decimal', '2025,0', 2025],
    ['a French day', '31/12/2025', 2025],
    ['a short French day', '31/12/25', 2025],
    ['an ISO day', '2025-12-31', 2025],
    ['an ISO day with its hour', '2025-12-31T00:00:00.000Z', 2025],
    ['a spreadsheet’s number of days', 46_022, 2025],
    ['that number as a text', '46022', 2025],
    ['a number of days and hours', 46_022.75, 2025],
    ['words around it', 'Année 2025 (provisoire)', 2025],
  ])('are read from %s', (_, cellule, annee) => {
    expect(lireAnnee(cellule)).toBe(annee);
  });

  it.each([null, '', 'bientôt', '2024-2025', 2025.5, 12, -3, 1e12, '370009'])('are not guessed from %p', (cellule) => {
    expect(lireAnnee(cellule)).toBeNull();
  });
});

describe('headings', () => {
  it('are those of the exchange format', () => {
    const titres = 'identifiant_indic;zone_id;zone_nom;date_valeur;type_valeur;valeur'.split(';');
    expect(proposerRoles(titres)).toEqual(titres);
    expect(proposerRoles(titres.map((titre) => titre.toUpperCase()))).toEqual(titres);
  });

  it('are recognised in other words', () => {
    expect(
      proposerRoles([
        'N° de fiche',
        'Libellé de l’indicateur',
        'Ville',
        'Nom du quartier',
        'Année',
        'Réalisé',
        'Observations',
        'Code QP (2024)',
      ]),
    ).toEqual(['fiche', 'indicateur', null, 'zone_nom', 'date_valeur', 'valeur', 'commentaire', 'zone_id']);
  });

  it('name the years of a wide table, its baseline and its target', () => {
    const titres = [
      'Indicateur',
      'Quartier',
      'Valeur initiale 2021',
      2024,
      '2025',
      'Réalisé au 31/12/2026',
      'Cible 2030',
    ];
    expect(proposerRoles(titres)).toEqual([
      'indicateur',
      'zone_nom',
      'vi-2021',
      'va-2024',
      'va-2025',
      'va-2026',
      'vc-2030',
    ]);
  });

  it('are not years when they only mention one', () => {
    expect(proposerRoles(['Code QPV 2024', 'Population 2021'])).toEqual(['zone_id', null]);
  });

  it('are found below a title', () => {
    const lignes = [['Suivi 2025 du contrat'], [], ['Indicateur', 'Année', 'Valeur'], ['Séances', 2025, 12]];
    expect(trouverTitres({ nom: 'A', lignes })).toEqual({ titres: 2, roles: ['indicateur', 'date_valeur', 'valeur'] });
  });

  it('are the first filled line when nothing is recognised', () => {
    expect(trouverTitres({ nom: 'A', lignes: [[], ['Rubrique', 'Chiffre'], ['Séances', 12]] })).toEqual({
      titres: 1,
      roles: [null, null],
    });
  });

  it('choose the sheet that has values', () => {
    const dictionnaire = { nom: 'Dictionnaire', lignes: [['identifiant_indic', 'fiche', 'indicateur', 'source']] };
    const valeurs = { nom: 'Valeurs', lignes: [['indicateur', 'annee', 'valeur']] };
    expect(trouverFeuille([dictionnaire, valeurs]).feuille).toBe(1);
    expect(trouverFeuille([])).toEqual({ feuille: 0, titres: 0, roles: [] });
  });
});

describe('columns', () => {
  it('show their letter and their first values', () => {
    const feuille = {
      nom: 'A',
      lignes: [
        ['indicateur', 'valeur'],
        ['Séances', null],
        ['Cafés', 1.5],
        ['Cafés', 2],
        ['', 3],
        ['', 4],
      ],
    };
    expect(decrireColonnes(feuille, 0, ['indicateur', null])).toEqual([
      { rang: 0, lettre: 'A', titre: 'indicateur', role: 'indicateur', exemples: ['Séances', 'Cafés', 'Cafés'] },
      { rang: 1, lettre: 'B', titre: 'valeur', role: null, exemples: ['1,5', '2', '3'] },
    ]);
    expect([0, 25, 26, 51, 52, 701, 702].map(lettreDe)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
  });

  it('say what they lack', () => {
    expect(manquesDesRoles([null])).toEqual([
      'Indiquez la colonne qui nomme l’indicateur.',
      'Indiquez la colonne des valeurs, ou celles des années.',
    ]);
    expect(manquesDesRoles(['indicateur', 'valeur'])).toEqual(['Indiquez la colonne de l’année.']);
    expect(manquesDesRoles(['identifiant_indic', 'va-2025'])).toEqual([]);
  });

  it('hold one thing each', () => {
    expect(verifierRoles(['valeur', 'valeur'], 2)).toBe('Deux colonnes sont données pour «\u202FValeur\u202F».');
    expect(verifierRoles(['valeur'], 2)).toBe('La feuille a 2\u00A0colonnes.');
    expect(verifierRoles(['valeur', null], 2)).toBeNull();
    expect([libelleRole('vc-2030'), libelleRole('zone_id')]).toEqual(['Cible 2030', 'Code du territoire']);
  });
});
