import type { CelluleTableur } from '@pleniere/shared/domain';
import { definitionNeuve } from '../definition/indicateur';
import type { Valeur } from '../saisie/valeur';
import { lireCases } from './cases';
import { comparerCases, presenterCase } from './comparaison';
import type { CaseImport } from './import';
import { type IndicateurImportable, Reperage, type TerritoireImportable } from './reperage';
import { proposerRoles } from './titres';

const ID = {
  habitants: '11111111-1111-4111-8111-111111111111',
  seances: '22222222-2222-4222-8222-222222222222',
  ailleurs: '33333333-3333-4333-8333-333333333333',
  ville: '44444444-4444-4444-8444-444444444444',
  recit: '55555555-5555-4555-8555-555555555555',
};

function indicateur(id: string, libelle: string, reste: Partial<IndicateurImportable> = {}): IndicateurImportable {
  return {
    ...definitionNeuve('f'),
    id,
    version: 1,
    fiche: 'T1.1',
    ordre: 1,
    libelle,
    type: 'resultat',
    unite: 'habitants',
    ruptures: [],
    ...reste,
  };
}

const TERRITOIRES: TerritoireImportable[] = [
  { code: 'contrat', noms: ['TMVL', 'Contrat de ville de Tours', '243700754'] },
  { code: '37261', noms: ['Tours'] },
  { code: '01053', noms: ['Bourg'] },
  { code: 'QN03709M', noms: ['Le Sanitas', 'Sanitas', 'Tours Sanitas'] },
  { code: 'QN03710M', noms: ['Saint-Étienne'] },
  { code: 'QN03711M', noms: ['Centre Ville'] },
  { code: 'QN03712M', noms: ['Centre Ville'] },
  { code: 'QN03713M', noms: ['Tours'] },
];

const reperage = new Reperage({
  periode: { anneeDebut: 2024, anneeFin: 2030 },
  anneeCourante: 2026,
  indicateurs: [
    indicateur(ID.habitants, 'Nombre d’habitants mobilisés', {
      cibles: [{ annee: 2030, valeur: 500 }],
      reference: { annee: 2021, valeur: 80 },
    }),
    indicateur(ID.seances, 'Séances (réunions)', { maille: 'contrat', unite: 'séances', decimales: 1 }),
    indicateur(ID.ailleurs, 'Nombre d’habitants mobilisés', { fiche: 'T1.2' }),
    indicateur(ID.ville, 'Cafés des habitants', { maille: 'commune', unite: 'cafés' }),
    indicateur(ID.recit, 'Rapport aux institutions', { nature: 'texte', maille: 'contrat' }),
  ],
  territoires: TERRITOIRES,
});

const actuelle = (reste: Partial<Valeur>): Valeur => ({
  indicateurId: ID.habitants,
  annee: 2025,
  territoire: 'QN03709M',
  version: 3,
  valeur: 40,
  absence: null,
  qualite: 'definitive',
  commentaire: 'Recompté.',
  source: 'Feuilles de présence',
  modifieLe: '2026-01-01',
  modifiePar: 'Ana',
  ventilation: 'total',
  statut: 'proposee',
  enRetard: false,
  retour: '',
  ...reste,
});

/** Reads lines below headings, beside what stands. */
function lire(titres: string, lignes: CelluleTableur[][], actuelles: Valeur[] = []): CaseImport[] {
  const entetes = titres.split(';');
  const connues = new Map(
    actuelles.map((valeur) => [`${valeur.indicateurId}/${valeur.annee}/${valeur.territoire}`, valeur]),
  );
  const cases = [...lireCases({ nom: 'A', lignes: [entetes, ...lignes] }, 0, proposerRoles(entetes), reperage)];
  return comparerCases(cases, connues).map((lue) => presenterCase(lue, entetes));
}

const LONG = 'identifiant_indic;zone_id;zone_nom;date_valeur;type_valeur;valeur';
const premiere = (...ligne: CelluleTableur[]) => lire(LONG, [ligne])[0];

describe('lines of a file: what they name', () => {
  it('is an indicator by its id, whatever the case', () => {
    expect(premiere(ID.habitants.toUpperCase(), 'QN03709M', '', 2025, 'va', 12)).toMatchObject({
      sort: 'nouvelle',
      apres: '12\u00A0habitants',
    });
  });

  it.each([
    ['T 1.1', 'NOMBRE D’HABITANTS MOBILISES', ID.habitants],
    ['Fiche n° T1.2', "Nombre d'habitants mobilisés", ID.ailleurs],
    ['', 'T 1.2 – Nombre d’habitants mobilisés', ID.ailleurs],
    ['', 'Séances', ID.seances],
  ])('is an indicator by its fiche « %s » and its wording « %s »', (fiche, libelle, id) => {
    const [lue] = lire('Fiche;Indicateur;Zone;Année;Valeur', [
      [fiche, libelle, id === ID.seances ? 'contrat' : 'Sanitas', 2025, 3],
    ]);
    expect(lue).toMatchObject({ sort: 'nouvelle', indicateur: { id } });
  });

  it.each([
    ['qn03709m', '', 'QN03709M'],
    ['QN03709M', 'SANITAS', 'QN03709M'],
    ['', 'le sanitas', 'QN03709M'],
    ['', 'Quartier du Sanitas', 'QN03709M'],
    ['', 'Tours – Sanitas', 'QN03709M'],
    ['Sanitas', '', 'QN03709M'],
    ['', 'St Etienne', 'QN03710M'],
    ['', 'Tours', 'QN03713M'],
  ])('is the quartier « %s » « %s »', (code, nom, attendu) => {
    expect(premiere(ID.habitants, code, nom, 2025, 'va', 12)).toMatchObject({
      sort: 'nouvelle',
      territoire: { code: attendu },
    });
  });

  it.each([
    [37_261, '', '37261'],
    [1053, '', '01053'],
    ['', 'Ville de Tours', '37261'],
  ])('is the commune %p « %s »', (code, nom, attendu) => {
    expect(premiere(ID.ville, code, nom, 2025, 'va', 12)).toMatchObject({
      sort: 'nouvelle',
      territoire: { code: attendu },
    });
  });

  it.each(['contrat', '243700754', 'Métropole', 'TMVL', ''])('is the whole contrat, said « %s »', (code) => {
    expect(premiere(ID.seances, code, '', 2025, 'va', '3,5')).toMatchObject({
      sort: 'nouvelle',
      territoire: { code: 'contrat' },
    });
  });

  it.each<[string, CelluleTableur[], string, string]>([
    [
      'an id of another contrat',
      ['99999999-9999-4999-8999-999999999999', 'QN03709M', '', 2025, '', 1],
      'A2',
      'Cet indicateur n’existe pas dans ce contrat.',
    ],
    ['nothing', ['', 'QN03709M', '', 2025, '', 1], 'A2', 'L’indicateur manque.'],
    [
      'an unknown code',
      [ID.habitants, 'QN03799M', '', 2025, '', 1],
      'B2',
      'Ce territoire n’existe pas dans ce contrat.',
    ],
    [
      'the code of another generation',
      [ID.habitants, 'QP037009', 'Sanitas', 2025, '', 1],
      'B2',
      'Ce code n’est celui d’aucun territoire de ce contrat.',
    ],
    [
      'a name that two bear',
      [ID.habitants, '', 'Centre-ville', 2025, '', 1],
      'C2',
      'Plusieurs territoires portent ce nom\u00A0: donnez leur code.',
    ],
    [
      'a code and another’s name',
      [ID.habitants, 'QN03709M', 'Saint-Étienne', 2025, '', 1],
      'C2',
      'Le code et le nom désignent deux territoires différents.',
    ],
    ['no territoire', [ID.habitants, '', '', 2025, '', 1], 'B2', 'Le territoire manque.'],
    [
      'a territoire of another level',
      [ID.habitants, '37261', '', 2025, '', 1],
      'B2',
      'Cet indicateur se mesure à une autre échelle de territoire.',
    ],
    [
      'no year',
      [ID.habitants, 'QN03709M', '', 'hier', '', 1],
      'D2',
      'Une année est attendue, comme 2025 ou 31/12/2025.',
    ],
    [
      'a year outside the contrat',
      [ID.habitants, 'QN03709M', '', 2019, '', 1],
      'D2',
      'L’année doit être comprise entre 2024 et 2030.',
    ],
    ['a year to come', [ID.habitants, 'QN03709M', '', 2029, '', 1], 'F2', 'Cette année est encore à venir.'],
    [
      'an unknown type',
      [ID.habitants, 'QN03709M', '', 2025, 'vx', 1],
      'E2',
      'Le type de valeur est va (valeur), vi (référence) ou vc (cible).',
    ],
    ['words for a number', [ID.habitants, 'QN03709M', '', 2025, '', 'beaucoup'], 'F2', 'Un nombre est attendu.'],
    ['half a person', [ID.habitants, 'QN03709M', '', 2025, '', 1.5], 'F2', 'Un nombre entier est attendu.'],
    [
      'a formula in error',
      [ID.habitants, 'QN03709M', '', 2025, '', '#DIV/0!'],
      'F2',
      'La cellule contient une erreur de calcul (#DIV/0!).',
    ],
  ])('is refused in its cell: %s', (_, ligne, cellule, motif) => {
    expect(premiere(...ligne)).toMatchObject({ sort: 'refusee', cellule, motif, ligne: 2 });
  });

  it('is refused when the wording is that of two indicators, or of another than the id', () => {
    const lues = lire('id;indicateur;zone;annee;valeur', [
      ['', 'Nombre d’habitants mobilisés', 'Sanitas', 2025, 1],
      [ID.habitants, 'Cafés des habitants', 'Sanitas', 2025, 1],
      ['', 'Nombre de pas', 'Sanitas', 2025, 1],
    ]);
    expect(lues.map(({ motif }) => motif)).toEqual([
      'Plusieurs indicateurs portent ce libellé\u00A0: donnez la fiche ou l’identifiant.',
      'L’identifiant et le libellé désignent deux indicateurs différents.',
      'Aucun indicateur du contrat ne porte ce libellé.',
    ]);
  });
});

describe('lines of a file: what they would change', () => {
  const ligne = (valeur: CelluleTableur, ...reste: CelluleTableur[]) => [
    ID.habitants,
    'QN03709M',
    2025,
    valeur,
    ...reste,
  ];
  const lireUne = (...cellules: CelluleTableur[]) =>
    lire(
      'id;zone_id;annee;valeur;qualite;commentaire;source',
      [ligne(...(cellules as [CelluleTableur]))],
      [actuelle({})],
    )[0];

  it('is nothing when the cell says what stands, and keeps what it leaves out', () => {
    expect(lireUne(40)).toMatchObject({ sort: 'identique', details: [] });
    expect(lireUne(' 40 ', 'Définitive', 'Recompté.', '')).toMatchObject({ sort: 'identique' });
  });

  it('is never to empty a cell', () => {
    expect(lireUne('', 'provisoire', 'Vidé ?')).toMatchObject({ sort: 'vide', motif: null });
    expect(premiere('inconnu', 'inconnu', '', 'hier', 'x', '')).toMatchObject({ sort: 'vide', motif: null });
  });

  it('is told before and after, with all that changes', () => {
    expect(lireUne(0, 'provisoire', 'Annulé.')).toMatchObject({
      sort: 'changee',
      avant: '40\u00A0habitants',
      apres: '0\u00A0habitant',
      details: ['qualité\u00A0: définitive → provisoire', 'commentaire modifié'],
    });
  });

  it.each([
    ['nd', 'non disponible'],
    ['Non concerné', 'non concerné'],
    ['s', 'couvert par le secret'],
    ['à venir', 'à venir'],
    ['1\u202F060', '1\u202F060\u00A0habitants'],
    ['0', '0\u00A0habitant'],
  ])('reads « %s » as %s', (cellule, apres) => {
    expect(lireUne(cellule)).toMatchObject({ sort: 'changee', apres });
  });

  it.each([
    ['an unknown quality', ['sûre'], 'E2', 'La qualité est provisoire, définitive ou estimée.'],
    ['a comment of 2,001 characters', ['', 'a'.repeat(2001)], 'F2', 'Le texte dépasse 2\u202F000 caractères.'],
  ])('is refused with %s', (_, reste, cellule, motif) => {
    expect(lireUne(41, ...reste)).toMatchObject({ sort: 'refusee', cellule, motif });
  });

  it('is refused in both lines that give a cell differently, and written once when they agree', () => {
    const [a, b, c, d] = lire('id;zone_id;annee;valeur', [
      ligne(1),
      ligne(2),
      [ID.habitants, 'QN03710M', 2025, 5],
      [ID.habitants, 'QN03710M', 2025, 5],
    ]);
    expect([a?.motif, b?.motif]).toEqual([
      'La ligne 3 donne une autre valeur à la même case.',
      'La ligne 2 donne une autre valeur à la même case.',
    ]);
    expect([c?.sort, d?.sort]).toEqual(['nouvelle', 'identique']);
  });

  it('passes over empty lines, and keeps the numbers of the spreadsheet', () => {
    const lues = lire('id;zone_id;annee;valeur', [[], ['', null], ligne(41)]);
    expect(lues.map(({ cellule }) => cellule)).toEqual(['D4']);
  });
});

describe('wide tables and other types', () => {
  it('reads one column per year', () => {
    const lues = lire(
      'Indicateur;Quartier;Fiche;2024;2025;2026',
      [['Nombre d’habitants mobilisés', 'Sanitas', 'T1.1', 12, 'nd', '']],
      [actuelle({ annee: 2024, valeur: 12 })],
    );
    expect(lues.map(({ cellule, annee, sort }) => [cellule, annee, sort])).toEqual([
      ['D2', 2024, 'identique'],
      ['E2', 2025, 'nouvelle'],
      ['F2', 2026, 'vide'],
    ]);
  });

  it('reads baselines and targets of the whole contrat', () => {
    const lues = lire(LONG, [
      [ID.habitants, '', '', 2021, 'vi', 80],
      [ID.habitants, 'contrat', '', 2022, 'référence', 90],
      [ID.habitants, '', '', 2030, 'cible', 600],
      [ID.habitants, '', '', 2027, 'vc', 300],
      [ID.habitants, 'QN03709M', '', 2030, 'vc', 5],
      [ID.habitants, '', '', 2030, 'vc', 'nd'],
      [ID.habitants, '', '', 2031, 'vc', 5],
      [ID.recit, '', '', 2030, 'vc', 'Mieux'],
    ]);
    expect(lues.map(({ sort, avant, apres, motif }) => motif ?? [sort, avant, apres])).toEqual([
      'La ligne 3 donne une autre valeur à la même case.',
      'La ligne 2 donne une autre valeur à la même case.',
      ['changee', '500\u00A0habitants (2030)', '600\u00A0habitants (2030)'],
      ['nouvelle', '', '300\u00A0habitants (2027)'],
      'Une référence ou une cible vaut pour l’ensemble du contrat.',
      'Une référence ou une cible est un nombre.',
      'L’année doit être comprise entre 2024 et 2030.',
      'Cet indicateur n’est pas chiffré.',
    ]);
  });
});
