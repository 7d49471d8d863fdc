import type { FicheDemo } from '../../modele';
import { Q } from '../territoires';

/** E 3.1, health mediation. */
export const ficheE31: FicheDemo = {
  code: 'E3.1',
  statut: 'en-vigueur',
  auteur: 'samira',
  redigeeLe: '2024-06-19T08:55:00Z',
  redaction: {
    orientation: 'E3-a',
    titre: 'Ramener vers le soin celles et ceux qui y ont renoncé : la médiation en santé',
    titreCourt: 'Médiation en santé',
    resumePublic:
      'Une médiatrice vous aide à trouver un médecin, à remplir un dossier, à comprendre une ordonnance. Elle peut vous accompagner au premier rendez-vous.',
    pilotes: ['tours', 'saintPierre'],
    referents: [
      { acteur: 'tours', fonction: 'Coordinatrice du contrat local de santé' },
      { acteur: 'saintPierre', fonction: 'Référente politique de la ville', personne: 'awa' },
    ],
    resultatsAttendus: [
      'Les personnes rencontrées ont un médecin et des droits ouverts.',
      'Les dépistages progressent dans les quartiers où ils sont les plus bas.',
      'La santé mentale cesse d’être un sujet dont on ne parle pas.',
    ],
    interetHabitants: [
      'Être soigné plus tôt, et près de chez soi.',
      'Avoir quelqu’un qui traduit les mots des médecins.',
    ],
    interetTerritoire: ['Moins de passages aux urgences pour ce qui pouvait être soigné avant.'],
    interetPartenaires: ['Des rendez-vous honorés.'],
    cadreQuand: {
      texte: 'Toute l’année, deux jours par semaine et par quartier.',
      debut: '2024-09-01',
      fin: '2030-12-31',
      continu: true,
    },
    cadreOu: {
      texte: 'Quatre quartiers où la densité de médecins est la plus faible.',
      portee: 'selection',
      qpv: [Q.sanitas, Q.europe, Q.rabaterie, Q.rivesDuCher],
      communes: [],
    },
    cadreAvecQui: {
      texte: 'Assurance maladie, hôpital, centres de santé, pharmacies, associations.',
      acteurs: ['cpam', 'ars', 'passerelle', 'deuxRives'],
    },
    cadreAvecQuoi: {
      texte: '',
      modalites: [
        'Permanence dans un lieu déjà fréquenté.',
        'Accompagnement physique au premier rendez-vous.',
        'Bus de dépistage, deux fois par an.',
      ],
    },
    publicCible: {
      texte: 'Personnes sans médecin traitant ou qui ont renoncé à un soin dans l’année.',
      publics: ['adultes', 'seniors', 'allophones', 'parents'],
    },
    contexte:
      '<p>Dans une enquête menée en 2024 auprès de 380 personnes, <strong>une sur trois</strong> disait avoir renoncé à un soin dans l’année. Premier motif : le délai. Deuxième : la peur de ne pas comprendre.</p>',
    facteursFavorables: [
      'Un contrat local de santé renouvelé en 2025.',
      'Une pharmacie volontaire dans chaque quartier.',
    ],
    facteursDefavorables: ['Des départs de médecins non remplacés.', 'L’interprétariat, payé à l’acte et vite épuisé.'],
    planAction: [
      ['action', 'Recruter et former quatre médiatrices.'],
      ['action', 'Faire venir le bus de dépistage.'],
      ['principe', 'Jamais de fichier nominatif : des comptages, rien d’autre.'],
    ],
    moyensHumains: [['Quatre médiatrices en santé.', 3.2]],
    moyensFinanciers: ['Agence régionale de santé, villes, programme 147.'],
    lignesBudget: [
      [2025, 'Agence régionale de santé', 'droit-commun', 96_000, 96_000, 91_200],
      [2025, 'État – programme 147', 'credits-specifiques', 30_000, 24_000, 24_000],
      [2026, 'Agence régionale de santé', 'droit-commun', 128_000, 128_000, null],
      [2026, 'Villes', 'droit-commun', 40_000, 40_000, null],
    ],
    partenaires: [
      'ars',
      'cpam',
      'passerelle',
      'deuxRives',
      'departement',
      { libelle: 'Pharmacies et maisons de santé volontaires' },
    ],
    dispositifs: ['Contrat local de santé'],
    p147: ['1.2 Santé'],
  },
  indicateurs: [
    {
      libelle: 'Personnes accompagnées par la médiation',
      type: 'realisation',
      nature: 'nombre',
      unite: 'personnes',
      sens: 'hausse',
      maille: 'qpv',
      agregation: 'somme',
      resultats: [1],
      definition: 'Personnes différentes vues au moins deux fois dans l’année.',
      source: 'Comptage des médiatrices',
      reference: { annee: 2024, valeur: 168 },
      cibles: [
        { annee: 2026, valeur: 400 },
        { annee: 2027, valeur: 480 },
        { annee: 2030, valeur: 600 },
      ],
      valeurs: {
        [Q.sanitas]: [112, 164, 181],
        [Q.europe]: [{ absence: 'nd' }, 58, 74],
        [Q.rabaterie]: [56, 97, 103],
        [Q.rivesDuCher]: [
          { absence: 'non-concerne', commentaire: 'Permanence ouverte en 2026.' },
          { absence: 'non-concerne' },
          39,
        ],
      },
      parSexe: {
        [Q.sanitas]: [
          [71, 41],
          [102, 62],
          [114, 67],
        ],
        [Q.europe]: [null, [33, 25], null],
        [Q.rabaterie]: [
          [34, 22],
          [60, 37],
          [61, 38, 4],
        ],
      },
    },
    {
      libelle: 'Personnes ayant trouvé un médecin traitant',
      type: 'resultat',
      nature: 'pourcentage',
      sens: 'hausse',
      maille: 'qpv',
      agregation: 'moyenne',
      resultats: [1],
      definition: 'Parmi les personnes accompagnées qui n’en avaient pas, part de celles qui en ont un six mois après.',
      source: 'Comptage des médiatrices, vérifié par la CPAM',
      reference: { annee: 2024, valeur: 38 },
      cibles: [
        { annee: 2026, valeur: 55 },
        { annee: 2027, valeur: 60 },
        { annee: 2030, valeur: 75 },
      ],
      valeurs: {
        [Q.sanitas]: [41, 49, 53],
        [Q.europe]: [{ absence: 'nd' }, 36, 33],
        [Q.rabaterie]: [35, 44, { valeur: 47, qualite: 'estimee' }],
        [Q.rivesDuCher]: [
          { absence: 'non-concerne' },
          { absence: 'non-concerne' },
          { absence: 'secret', commentaire: 'Moins de cinq personnes.' },
        ],
      },
    },
    {
      libelle: 'Femmes de 50 à 74 ans dépistées du cancer du sein',
      type: 'impact',
      nature: 'pourcentage',
      decimales: 1,
      sens: 'hausse',
      maille: 'contrat',
      agregation: 'derniere',
      resultats: [2],
      definition: 'Taux de participation sur deux ans au dépistage organisé, ensemble des 13 quartiers.',
      source: 'CPAM, extraction annuelle',
      responsable: 'cpam',
      reference: { annee: 2024, valeur: 39.4 },
      cibles: [
        { annee: 2027, valeur: 46 },
        { annee: 2030, valeur: 52 },
      ],
      valeurs: { contrat: [39.4, 41.2, { absence: 'a-venir', commentaire: 'Extraction attendue en février 2027.' }] },
    },
  ],
  actions: [
    {
      titre: 'Recruter quatre médiatrices en santé',
      pilote: 'Villes de Tours et de Saint-Pierre-des-Corps',
      echeance: '2026-03-31',
      statut: 'realisee',
      niveauParticipation: 'aucune',
      etapes: [
        ['Deux postes en 2024', true],
        ['Deux postes en 2026', true],
      ],
    },
    {
      titre: 'Faire venir le bus de dépistage deux fois par an',
      pilote: 'CPAM et Agence régionale de santé',
      echeance: '2026-10-31',
      statut: 'en-cours',
      niveauParticipation: 'information',
      etapes: [
        ['Sanitas, avril : 88 personnes', true],
        ['Rabaterie, octobre : annulé, véhicule en panne', false],
      ],
    },
    {
      titre: 'Ouvrir un groupe de parole avec une psychologue',
      pilote: 'Centre social Les Deux Rives',
      echeance: '2027-01-31',
      statut: 'a-venir',
      niveauParticipation: 'concertation',
    },
  ],
  declinaisons: [
    {
      ville: 'tours',
      referent: 'samira',
      statutExecution: 'en-cours',
      meteo: 'couvert',
      meteoExplication: 'Deux médecins du quartier Europe partent à la retraite en décembre.',
      recits: [
        {
          annee: 2026,
          faitsMarquants: 'Ouverture aux Rives du Cher ; 88 personnes dépistées au Sanitas en une journée.',
          freins: 'Interprétariat épuisé dès septembre.',
          perspectives: 'Un médecin salarié au centre de santé.',
        },
      ],
    },
    { ville: 'saintPierre', referent: 'awa', statutExecution: 'en-cours', meteo: 'soleil' },
  ],
};
