import type { FicheDemo } from '../../modele';
import { COMMUNES } from '../territoires';

/** T 1.2, fonds de participation des habitants. */
export const ficheT12: FicheDemo = {
  code: 'T1.2',
  statut: 'en-vigueur',
  auteur: 'claire',
  redigeeLe: '2024-06-18T10:02:00Z',
  redaction: {
    orientation: 'T1-b',
    titre: 'Donner aux habitants les moyens d’agir : un fonds de participation dans chaque ville',
    titreCourt: 'Fonds de participation des habitants',
    resumePublic:
      'Une idée pour votre immeuble, votre rue, vos voisins ? Jusqu’à 1 500 €, décidés par des habitants, versés en trois semaines. Pas besoin d’être une association.',
    pilotes: ['metropole', { categorie: 'ville' }],
    referents: [{ acteur: 'metropole', fonction: 'Cheffe de projet du contrat de ville', personne: 'claire' }],
    resultatsAttendus: [
      'Un fonds ouvert toute l’année dans les quatre villes, avec les mêmes règles simples.',
      'Des décisions prises par des comités composés pour deux tiers d’habitants.',
      'Une moitié au moins des projets portés par des groupes qui n’avaient jamais rien demandé.',
    ],
    interetHabitants: [
      'Passer de l’idée à l’action sans dossier compliqué.',
      'Apprendre à monter un budget, à décider, à rendre compte.',
    ],
    interetTerritoire: [
      'Des fêtes, des plantations, des sorties, des ateliers : des dizaines d’occasions de se rencontrer.',
    ],
    interetPartenaires: ['Repérer des personnes prêtes à s’engager au-delà de leur premier projet.'],
    cadreQuand: {
      texte: 'Toute l’année, avec un comité chaque mois sauf en août.',
      debut: '2025-01-01',
      fin: '2030-12-31',
      continu: true,
    },
    cadreOu: { texte: 'Les 13 quartiers prioritaires.', portee: 'tous-qpv' },
    cadreAvecQui: {
      texte:
        'Des comités d’habitants volontaires ou tirés au sort, renouvelés par moitié chaque année, accompagnés par un centre social.',
      acteurs: [{ categorie: 'habitants' }, { categorie: 'centre-social' }, { categorie: 'ville' }],
    },
    cadreAvecQuoi: {
      texte: 'Un règlement commun de deux pages et une avance versée avant l’action.',
      modalites: ['Gestion directe par la ville.', 'Gestion confiée à un centre social, par convention.'],
    },
    publicCible: { texte: 'Tout groupe d’au moins trois habitants, association ou non.', publics: ['tous-habitants'] },
    contexte:
      '<p>Deux villes avaient un fonds, deux n’en avaient plus. Les montants, les délais et les règles différaient au point qu’un même projet pouvait être aidé d’un côté du Cher et refusé de l’autre.</p>',
    facteursFavorables: [
      'Un fonds actif depuis longtemps à Joué-lès-Tours, dont la méthode est éprouvée.',
      'L’État finance la moitié de l’enveloppe.',
    ],
    facteursDefavorables: [
      'Une avance difficile à verser à un groupe sans compte bancaire.',
      'Des comités où l’on retrouve souvent les mêmes personnes.',
    ],
    planAction: [
      ['etape', 'Écrire un règlement commun aux quatre villes.'],
      ['action', 'Former les membres des comités à la décision collective.'],
      ['action', 'Publier chaque trimestre la liste des projets aidés, avec une photo.'],
    ],
    moyensHumains: [['Accompagnement des porteurs : une demi-journée par semaine et par ville.', 0.4]],
    moyensFinanciers: ['60 000 € par an pour l’ensemble des quartiers, à parts égales entre l’État et les villes.'],
    lignesBudget: [
      [2025, 'État – programme 147', 'credits-specifiques', 30_000, 30_000, 27_450],
      [2025, 'Villes', 'droit-commun', 30_000, 30_000, 27_450],
      [2026, 'État – programme 147', 'credits-specifiques', 30_000, 28_000, null],
      [2026, 'Villes', 'droit-commun', 32_000, 32_000, null],
    ],
    partenaires: [{ categorie: 'centre-social' }, 'prefecture', 'caf', { categorie: 'bailleur' }, 'collectifSanitas'],
    dispositifs: ['Fonds de participation des habitants'],
    p147: ['1.5 Lien social, citoyenneté et participation des habitants'],
  },
  indicateurs: [
    {
      libelle: 'Projets d’habitants aidés',
      type: 'realisation',
      nature: 'nombre',
      unite: 'projets',
      sens: 'hausse',
      maille: 'commune',
      agregation: 'somme',
      resultats: [1],
      definition: 'Projets ayant reçu une aide du fonds dans l’année, quel que soit le montant.',
      source: 'Procès-verbaux des comités',
      reference: { annee: 2024, valeur: 31 },
      cibles: [
        { annee: 2026, valeur: 60 },
        { annee: 2027, valeur: 70 },
        { annee: 2030, valeur: 100 },
      ],
      valeurs: {
        [COMMUNES.tours]: [14, 22, 27],
        [COMMUNES.joue]: [17, 19, 21],
        [COMMUNES.saintPierre]: [{ absence: 'non-concerne', commentaire: 'Fonds rouvert en 2025.' }, 7, 8],
        [COMMUNES.laRiche]: [{ absence: 'non-concerne', commentaire: 'Fonds créé en 2025.' }, 5, 9],
      },
    },
    {
      libelle: 'Part des projets portés par un groupe nouveau',
      type: 'resultat',
      nature: 'pourcentage',
      sens: 'hausse',
      maille: 'contrat',
      agregation: 'derniere',
      resultats: [3],
      definition:
        'Projets dont le groupe porteur n’avait reçu aucune aide du fonds les années précédentes, rapportés à tous les projets aidés.',
      source: 'Fichier des porteurs tenu par les centres sociaux',
      responsable: 'metropole',
      reference: { annee: 2025, valeur: 38 },
      cibles: [
        { annee: 2027, valeur: 50 },
        { annee: 2030, valeur: 50 },
      ],
      valeurs: {
        contrat: [{ absence: 'nd', commentaire: 'Information non relevée avant le règlement commun.' }, 38, 52],
      },
    },
    {
      libelle: 'Ce que le fonds a changé pour les porteurs',
      type: 'impact',
      nature: 'texte',
      sens: 'aucun',
      maille: 'contrat',
      resultats: [3],
      definition: 'Récit court, appuyé sur des entretiens avec des porteurs un an après leur projet. Aucun nom.',
      source: 'Entretiens menés par les centres sociaux',
      valeurs: {
        contrat: [
          null,
          'Sur vingt porteurs rappelés, sept animent aujourd’hui une activité régulière et trois siègent dans un comité.',
          null,
        ],
      },
    },
    {
      libelle: 'Budget des projets nés d’un espace de dialogue',
      calcul: 'budget-espaces',
      type: 'resultat',
      nature: 'montant',
      sens: 'hausse',
      maille: 'contrat',
      agregation: 'derniere',
      resultats: [2],
      definition:
        'Euros réellement dépensés dans l’année pour des actions dont l’origine est une parole d’habitant, prouvée par une séance, une proposition acceptée ou une question publiée.',
      source: 'Lignes de budget des fiches et lauréats des appels à projets',
      methode: 'Une ligne de budget compte quand elle nomme l’action qu’elle paie.',
      responsable: 'metropole',
      reference: { annee: 2024, valeur: 4_500 },
      cibles: [{ annee: 2030, valeur: 60_000 }],
      valeurs: {
        contrat: [
          { valeur: 4_500, qualite: 'estimee', commentaire: 'D’après les délibérations de Tours seules.' },
          { valeur: 11_200, commentaire: 'Rendez-vous de rue et budget du jury d’habitants du Sanitas.' },
          {
            valeur: 16_000,
            qualite: 'provisoire',
            commentaire: 'Comprend une dépense de Joué-lès-Tours qui n’est pas encore inscrite au budget de la fiche.',
          },
        ],
      },
    },
  ],
  actions: [
    {
      titre: 'Adopter un règlement commun aux quatre villes',
      pilote: 'Tours Métropole Val de Loire',
      echeance: '2025-01-31',
      statut: 'realisee',
      niveauParticipation: 'concertation',
      etapes: [
        ['Comparaison des quatre règlements', true],
        ['Vote dans les quatre conseils municipaux', true],
      ],
    },
    {
      titre: 'Former les comités d’habitants',
      description: 'Deux soirées : lire un budget, décider à plusieurs, dire non avec des raisons.',
      pilote: 'Centres sociaux',
      echeance: '2026-12-15',
      statut: 'en-cours',
      niveauParticipation: 'co-construction',
      etapes: [
        ['Tours et Joué-lès-Tours', true],
        ['Saint-Pierre-des-Corps et La Riche', false],
      ],
      refDauphin: 'ACV37-2026-0091',
    },
  ],
  declinaisons: [
    {
      ville: 'tours',
      referent: 'samira',
      statutExecution: 'en-cours',
      meteo: 'soleil',
      modaliteRetenue: 'Gestion confiée à La Passerelle et aux Deux Rives.',
      recits: [
        {
          annee: 2026,
          faitsMarquants:
            '27 projets, dont neuf fêtes de voisins et un atelier de réparation de vélos devenu permanent.',
          freins: '',
          perspectives: 'Un comité aux Tourettes.',
        },
      ],
    },
    {
      ville: 'joue',
      referent: 'julien',
      statutExecution: 'en-cours',
      meteo: 'soleil',
      modaliteRetenue: 'Gestion directe par la ville.',
    },
    {
      ville: 'saintPierre',
      referent: 'awa',
      statutExecution: 'en-cours',
      meteo: 'couvert',
      meteoExplication: 'Le comité compte cinq membres au lieu de neuf.',
      modaliteRetenue: 'Gestion directe par la ville.',
    },
    {
      ville: 'laRiche',
      referent: 'thomas',
      statutExecution: 'en-cours',
      meteo: 'soleil',
      modaliteRetenue: 'Gestion confiée à l’espace de vie sociale Le Tilleul.',
    },
  ],
};
