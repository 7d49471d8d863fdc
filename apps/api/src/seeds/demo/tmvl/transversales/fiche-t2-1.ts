import type { FicheDemo } from '../../modele';
import { DEGRES } from '../echelle';
import { COMMUNES, Q } from '../territoires';

/** T 2.1, women and girls in public space. */
export const ficheT21: FicheDemo = {
  code: 'T2.1',
  statut: 'en-vigueur',
  auteur: 'samira',
  redigeeLe: '2024-06-12T14:45:00Z',
  redaction: {
    orientation: 'T2-a',
    titre: 'Rendre les places, les terrains et les soirées des quartiers aux femmes et aux filles autant qu’aux hommes',
    titreCourt: 'Les femmes dans l’espace public',
    resumePublic:
      'Des marches pour repérer les endroits qu’on évite, des créneaux de sport pour les filles, des éclairages qui changent la soirée : le quartier est à tout le monde.',
    pilotes: ['tours', 'joue'],
    referents: [
      { acteur: 'tours', fonction: 'Référente politique de la ville', personne: 'samira' },
      { acteur: 'joue', fonction: 'Référent politique de la ville', personne: 'julien' },
    ],
    resultatsAttendus: [
      'Les équipements sportifs de plein air accueillent davantage de filles.',
      'Les lieux évités le soir sont connus, et traités un par un.',
      'Les femmes prennent part aux projets d’aménagement dès le plan.',
    ],
    interetHabitants: ['Rentrer, traverser, s’asseoir, jouer sans calculer son itinéraire.'],
    interetTerritoire: ['Des espaces plus mélangés sont aussi plus tranquilles.'],
    interetPartenaires: ['Concevoir un aménagement juste du premier coup coûte moins que de le reprendre.'],
    cadreQuand: {
      texte: 'De 2024 à 2030, deux quartiers par an.',
      debut: '2024-09-01',
      fin: '2030-06-30',
      continu: false,
    },
    cadreOu: {
      texte: 'Cinq quartiers de Tours et de Joué-lès-Tours pour commencer.',
      portee: 'selection',
      qpv: [Q.sanitas, Q.fontaines, Q.europe, Q.rabiere, Q.morier],
      communes: [],
    },
    cadreAvecQui: {
      texte: 'Des groupes d’habitantes, les clubs sportifs, les bailleurs, les services des espaces publics.',
      acteurs: ['femmes', 'loireHabitat', 'passerelle'],
    },
    cadreAvecQuoi: {
      texte: '',
      modalites: [
        'Marches exploratoires, de jour et de nuit.',
        'Créneaux réservés, puis mixtes, sur les terrains.',
        'Éclairage, assises, toilettes : une enveloppe de petits travaux.',
      ],
    },
    publicCible: { texte: 'Femmes et filles à partir de 8 ans.', publics: ['femmes', 'enfants', 'adolescents'] },
    contexte:
      '<p>Un comptage mené pendant trois semaines sur six terrains en 2024 a relevé <strong>une fille pour neuf garçons</strong> après 17 h. Les cours d’école refaites montrent pourtant que l’usage suit le dessin.</p>',
    facteursFavorables: [
      'Une association qui sait animer les marches.',
      'Des chantiers de renouvellement urbain où le plan peut encore bouger.',
    ],
    facteursDefavorables: [
      'Des clubs sans encadrante.',
      'Des remarques sexistes qui reviennent dès que l’animateur s’en va.',
    ],
    planAction: [
      ['action', 'Organiser deux marches exploratoires par an et suivre leurs suites.'],
      ['action', 'Ouvrir des créneaux de sport encadrés pour les filles.'],
      ['principe', 'Aucun plan d’aménagement sans avis d’un groupe d’habitantes.'],
    ],
    moyensHumains: [
      ['Une chargée de mission égalité partagée entre les deux villes.', 0.5],
      ['Deux éducatrices sportives, six heures par semaine.', 0.3],
    ],
    moyensFinanciers: ['Enveloppe de petits travaux : 40 000 € par an.'],
    lignesBudget: [
      [2025, 'Ville de Tours', 'droit-commun', 25_000, 25_000, 22_900],
      [2025, 'État – programme 147', 'credits-specifiques', 15_000, 12_000, 12_000],
      [2026, 'Ville de Tours', 'droit-commun', 25_000, 25_000, null],
      [2026, 'Ville de Joué-lès-Tours', 'droit-commun', 15_000, 15_000, null],
      [2026, 'État – programme 147', 'credits-specifiques', 18_000, 16_500, null],
    ],
    partenaires: ['femmes', 'passerelle', 'loireHabitat', 'prefecture', 'caf'],
    dispositifs: ['NPNRU', 'Quartiers d’été'],
    p147: ['1.5b Sport', '1.6 Lutte contre les discriminations'],
  },
  indicateurs: [
    {
      libelle: 'Lieux signalés et traités après une marche exploratoire',
      type: 'realisation',
      nature: 'nombre',
      unite: 'lieux',
      sens: 'hausse',
      maille: 'commune',
      agregation: 'somme',
      resultats: [2],
      definition:
        'Lieux pour lesquels au moins une suite concrète (éclairage, taille, assise, passage) est terminée dans l’année.',
      source: 'Tableau de suivi des marches',
      reference: { annee: 2024, valeur: 3 },
      cibles: [
        { annee: 2026, valeur: 20 },
        { annee: 2027, valeur: 25 },
        { annee: 2030, valeur: 30 },
      ],
      valeurs: {
        [COMMUNES.tours]: [3, 9, 13],
        [COMMUNES.joue]: [0, 4, 5],
        [COMMUNES.saintPierre]: [{ absence: 'non-concerne' }, { absence: 'non-concerne' }, { absence: 'non-concerne' }],
        [COMMUNES.laRiche]: [{ absence: 'non-concerne' }, { absence: 'non-concerne' }, { absence: 'non-concerne' }],
      },
    },
    {
      libelle: 'Part des filles sur les terrains de plein air',
      type: 'resultat',
      nature: 'pourcentage',
      sens: 'hausse',
      maille: 'qpv',
      agregation: 'moyenne',
      resultats: [1],
      definition:
        'Filles de 8 à 17 ans parmi les présents, comptées trois fois par semaine pendant trois semaines de mai, entre 17 h et 19 h.',
      source: 'Comptages des animateurs sportifs',
      reference: { annee: 2024, valeur: 11 },
      cibles: [
        { annee: 2026, valeur: 20 },
        { annee: 2027, valeur: 25 },
        { annee: 2030, valeur: 35 },
      ],
      valeurs: {
        [Q.sanitas]: [12, 17, 23],
        [Q.fontaines]: [9, 11, 14],
        [Q.europe]: [{ absence: 'nd' }, 13, 12],
        [Q.rabiere]: [11, 19, 26],
        [Q.morier]: [
          { absence: 'non-concerne' },
          15,
          { valeur: 18, qualite: 'estimee', commentaire: 'Deux semaines de comptage au lieu de trois.' },
        ],
      },
    },
    {
      libelle: 'Sentiment de tranquillité des habitantes le soir',
      type: 'impact',
      nature: 'echelle',
      sens: 'hausse',
      maille: 'contrat',
      agregation: 'derniere',
      anneesPonctuelles: [2024, 2027, 2030],
      modalites: DEGRES,
      resultats: [2, 3],
      definition: 'Appréciation des groupes d’habitantes qui ont marché, argumentée par écrit.',
      reference: { annee: 2024, valeur: -1 },
      cibles: [{ annee: 2030, valeur: 1 }],
      valeurs: {
        contrat: [
          { valeur: -1, commentaire: 'Trois groupes sur quatre évitent au moins un lieu du quartier après 21 h.' },
        ],
      },
    },
  ],
  actions: [
    {
      titre: 'Marcher deux fois par an dans chaque quartier, et rendre compte',
      pilote: 'Place aux femmes 37',
      echeance: '2026-11-30',
      statut: 'en-cours',
      niveauParticipation: 'co-construction',
      etapes: [
        ['Sanitas, mai 2025 et mai 2026', true],
        ['Rabière, octobre 2026', true],
        ['Europe, novembre 2026', false],
      ],
      refDauphin: 'ACV37-2026-0112',
    },
    {
      titre: 'Ouvrir six créneaux de sport pour les filles',
      pilote: 'Villes de Tours et de Joué-lès-Tours',
      echeance: '2026-09-15',
      statut: 'realisee',
      niveauParticipation: 'consultation',
      etapes: [
        ['Recrutement de deux éducatrices', true],
        ['Six créneaux ouverts', true],
      ],
    },
  ],
  declinaisons: [
    {
      ville: 'tours',
      referent: 'samira',
      statutExecution: 'en-cours',
      meteo: 'soleil',
      modaliteRetenue: 'Marches et petits travaux, en lien avec le chantier du Sanitas.',
      recits: [
        {
          annee: 2026,
          faitsMarquants: 'Un passage fermé depuis dix ans est rouvert et éclairé. Treize lieux traités.',
          freins: 'Le quartier Europe attend son éclairage depuis mars.',
          perspectives: 'Former douze marcheuses à animer elles-mêmes.',
        },
      ],
    },
    {
      ville: 'joue',
      referent: 'julien',
      statutExecution: 'en-cours',
      meteo: 'soleil',
      modaliteRetenue: 'Créneaux de futsal et de boxe, puis séances mixtes.',
    },
  ],
};
