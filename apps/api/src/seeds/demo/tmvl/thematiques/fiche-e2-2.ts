import type { FicheDemo } from '../../modele';
import { COMMUNES } from '../territoires';

/** E 2.2, summers and projects of the 12–25. */
export const ficheE22: FicheDemo = {
  code: 'E2.2',
  statut: 'en-vigueur',
  auteur: 'thomas',
  redigeeLe: '2024-06-14T11:50:00Z',
  redaction: {
    orientation: 'E2-a',
    titre: 'Un été pour partir, un hiver pour entreprendre : soutenir les projets des 12-25 ans',
    titreCourt: 'Projets de jeunes',
    resumePublic:
      'Partir pour la première fois, monter un tournoi, enregistrer un titre, réparer des vélos : on t’aide à le faire, pas à ta place.',
    pilotes: [{ categorie: 'ville' }],
    referents: [{ acteur: { categorie: 'ville' }, fonction: 'Services jeunesse' }],
    resultatsAttendus: [
      'Chaque jeune qui le veut part au moins une fois entre 12 et 18 ans.',
      'Des projets décidés et menés par les jeunes eux-mêmes.',
    ],
    interetHabitants: ['Voir autre chose, revenir avec l’envie de recommencer.'],
    interetTerritoire: ['Des étés plus calmes et des salles utilisées.'],
    cadreQuand: {
      texte: 'Toutes les vacances scolaires, et le samedi.',
      debut: '2024-07-11',
      fin: '2030-08-31',
      continu: true,
    },
    cadreOu: { texte: 'Les 13 quartiers.', portee: 'tous-qpv' },
    cadreAvecQui: {
      texte: 'Animateurs jeunesse, éducateurs, clubs, bailleurs pour les chantiers éducatifs.',
      acteurs: ['caf', { categorie: 'centre-social' }, 'loireHabitat', 'ateliers'],
    },
    publicCible: {
      texte: 'Jeunes de 12 à 25 ans, avec une attention aux filles de plus de 15 ans.',
      publics: ['adolescents', 'jeunes-adultes'],
    },
    contexte:
      '<p>Un jeune sur deux des quartiers n’était pas parti en vacances en 2023. Ceux qui partent le font en groupe, avec un centre social, rarement deux fois.</p>',
    facteursFavorables: ['Quartiers d’été, financé chaque année.', 'Des animateurs connus des familles.'],
    facteursDefavorables: ['Des crédits notifiés en juin pour juillet.', 'Les filles cessent de venir vers 15 ans.'],
    planAction: [
      ['action', 'Ouvrir des chantiers éducatifs qui financent les départs.'],
      ['action', 'Tenir un conseil de jeunes qui attribue une enveloppe.'],
    ],
    moyensHumains: [['Animateurs jeunesse des quatre villes.', 6]],
    moyensFinanciers: ['Quartiers d’été, CAF, villes.'],
    lignesBudget: [
      [2025, 'État – Quartiers d’été', 'credits-specifiques', 90_000, 76_000, 76_000],
      [2025, 'Villes', 'droit-commun', 110_000, 110_000, 104_700],
      [2026, 'État – Quartiers d’été', 'credits-specifiques', 90_000, 70_000, 70_000],
    ],
    partenaires: ['caf', { categorie: 'centre-social' }, 'ateliers', 'loireHabitat', 'missionLocale'],
    dispositifs: ['Quartiers d’été', 'Ville Vie Vacances'],
    p147: ['1.5a Jeunesse'],
  },
  indicateurs: [
    {
      libelle: 'Jeunes partis pour la première fois',
      type: 'resultat',
      nature: 'nombre',
      unite: 'jeunes',
      sens: 'hausse',
      maille: 'commune',
      agregation: 'somme',
      resultats: [1],
      definition:
        'Jeunes de 12 à 17 ans partis au moins quatre nuits et qui n’étaient jamais partis en séjour collectif.',
      reference: { annee: 2024, valeur: 133 },
      cibles: [
        { annee: 2026, valeur: 200 },
        { annee: 2027, valeur: 220 },
        { annee: 2030, valeur: 300 },
      ],
      valeurs: {
        [COMMUNES.tours]: [71, 88, 95],
        [COMMUNES.joue]: [34, 41, 52],
        [COMMUNES.saintPierre]: [18, 33, 29],
        [COMMUNES.laRiche]: [10, 14, 21],
      },
      parSexe: {
        [COMMUNES.tours]: [
          [27, 44],
          [37, 51],
          [44, 51],
        ],
        [COMMUNES.joue]: [
          [13, 21],
          [17, 24],
          [24, 28],
        ],
        [COMMUNES.laRiche]: [null, [5, 9], [9, 12]],
      },
    },
    {
      libelle: 'Projets menés par des jeunes',
      type: 'realisation',
      nature: 'nombre',
      unite: 'projets',
      sens: 'hausse',
      maille: 'commune',
      agregation: 'somme',
      resultats: [2],
      reference: { annee: 2024, valeur: 12 },
      cibles: [
        { annee: 2026, valeur: 30 },
        { annee: 2030, valeur: 50 },
      ],
      valeurs: {
        [COMMUNES.tours]: [6, 9, 14],
        [COMMUNES.joue]: [4, 7, 9],
        [COMMUNES.saintPierre]: [2, 3, null],
        [COMMUNES.laRiche]: [0, 2, 4],
      },
    },
    {
      libelle: 'Part des filles parmi les 15-17 ans partis',
      type: 'impact',
      nature: 'pourcentage',
      sens: 'hausse',
      maille: 'contrat',
      agregation: 'derniere',
      reference: { annee: 2024, valeur: 31 },
      cibles: [
        { annee: 2027, valeur: 45 },
        { annee: 2030, valeur: 50 },
      ],
      valeurs: { contrat: [31, 35, 39] },
    },
  ],
  actions: [
    {
      titre: 'Vingt chantiers éducatifs par an',
      pilote: 'Loire & Cher Habitat et villes',
      echeance: '2026-11-30',
      statut: 'en-cours',
      niveauParticipation: 'concertation',
      etapes: [
        ['Quinze chantiers à la Toussaint', true],
        ['Cinq chantiers en novembre', false],
      ],
    },
    {
      titre: 'Installer un conseil de jeunes à La Riche',
      pilote: 'Ville de La Riche',
      echeance: '2026-05-30',
      statut: 'realisee',
      niveauParticipation: 'co-construction',
    },
  ],
  declinaisons: [
    {
      ville: 'tours',
      referent: 'samira',
      statutExecution: 'en-cours',
      meteo: 'couvert',
      meteoExplication: 'Crédits d’été notifiés le 19 juin.',
    },
    { ville: 'joue', referent: 'julien', statutExecution: 'en-cours', meteo: 'soleil' },
    {
      ville: 'saintPierre',
      referent: 'awa',
      statutExecution: 'en-cours',
      meteo: 'couvert',
      meteoExplication: 'Deux animateurs recrutés sur quatre.',
    },
    {
      ville: 'laRiche',
      referent: 'thomas',
      statutExecution: 'en-cours',
      meteo: 'soleil',
      recits: [
        {
          annee: 2026,
          faitsMarquants: 'Le conseil de jeunes a financé son premier séjour à vélo, de Saumur à La Riche.',
          freins: '',
          perspectives: 'Ouvrir le conseil aux 18-25 ans.',
        },
      ],
    },
  ],
};
