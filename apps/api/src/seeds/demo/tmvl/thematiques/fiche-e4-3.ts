import type { FicheDemo } from '../../modele';

/** E 4.3, social mediation. */
export const ficheE43: FicheDemo = {
  code: 'E4.3',
  statut: 'en-vigueur',
  auteur: 'mathis',
  redigeeLe: '2025-03-11T09:30:00Z',
  redaction: {
    orientation: 'E4-a',
    titre: 'Des visages connus dans la rue : consolider la médiation sociale et les adultes-relais',
    titreCourt: 'Médiation et adultes-relais',
    resumePublic:
      'Ils et elles habitent souvent le quartier, parlent plusieurs langues et connaissent les bonnes portes. Les adultes-relais sont là pour apaiser, expliquer, accompagner.',
    pilotes: ['metropole', 'prefecture'],
    referents: [{ acteur: 'metropole', fonction: 'Chargé de mission évaluation', personne: 'mathis' }],
    resultatsAttendus: [
      'Un médiateur connu dans chaque quartier, y compris le soir.',
      'Des postes pourvus sans interruption et des parcours vers l’emploi durable.',
    ],
    interetHabitants: ['Quelqu’un à qui parler avant que la situation ne s’envenime.'],
    interetTerritoire: ['Des conflits d’usage réglés sans police ni tribunal.'],
    interetPartenaires: ['Un regard quotidien sur ce qui se vit.'],
    cadreQuand: {
      texte: 'Conventions de trois ans, renouvelables.',
      debut: '2025-01-01',
      fin: '2030-12-31',
      continu: true,
    },
    cadreOu: { texte: 'Les 13 quartiers.', portee: 'tous-qpv' },
    cadreAvecQui: {
      texte: 'Associations et villes employeuses, centres sociaux, bailleurs.',
      acteurs: [{ categorie: 'mediation' }, { categorie: 'association' }, { categorie: 'ville' }],
    },
    publicCible: { texte: 'Tous les habitants.', publics: ['tous-habitants'] },
    contexte:
      '<p>Le nombre de postes d’adultes-relais du contrat est passé de 28 en 2020 à 34 en 2021, puis 47 en 2022 et 47 en 2023 (source : ANCT, postes actifs au 31 décembre), pour un montant théorique de <strong>1 060 119 €</strong> en 2023.</p>',
    facteursFavorables: [
      'Un réseau d’employeurs solide, dix-huit structures en 2023.',
      'Une formation commune depuis 2025.',
    ],
    facteursDefavorables: [
      'Des contrats de trois ans, des salaires bas, beaucoup de départs.',
      'Peu de présence après 20 h.',
    ],
    planAction: [
      ['action', 'Former ensemble tous les adultes-relais, cinq jours par an.'],
      ['action', 'Essayer une présence en soirée dans quatre quartiers.'],
      ['etape', 'Bâtir des parcours vers les métiers du social et de l’animation.'],
    ],
    moyensHumains: [['Postes d’adultes-relais conventionnés.', 47]],
    moyensFinanciers: ['Programme 147, complété par les employeurs.'],
    lignesBudget: [
      [2025, 'État – adultes-relais', 'credits-specifiques', 1_100_000, 1_060_000, 1_012_400],
      [2026, 'État – adultes-relais', 'credits-specifiques', 1_100_000, 1_080_000, null],
    ],
    partenaires: ['prefecture', 'regie', 'mediation', { categorie: 'association' }, { categorie: 'bailleur' }],
    dispositifs: ['Adultes-relais', 'FONJEP'],
    p147: ['3.2 Tranquillité publique', '1.5 Lien social, citoyenneté et participation des habitants'],
  },
  indicateurs: [
    {
      libelle: 'Postes d’adultes-relais pourvus au 31 décembre',
      type: 'realisation',
      nature: 'nombre',
      unite: 'postes',
      sens: 'stable',
      maille: 'contrat',
      agregation: 'derniere',
      resultats: [2],
      definition:
        'Postes occupés au 31 décembre, tous employeurs confondus. La référence est le nombre de postes actifs publié pour 2023.',
      source: 'ANCT (postes du programme 147) — Licence Ouverte 2.0 ; préfecture à partir de 2024',
      responsable: 'prefecture',
      reference: { annee: 2023, valeur: 47 },
      cibles: [
        { annee: 2027, valeur: 47 },
        { annee: 2030, valeur: 47 },
      ],
      valeurs: {
        contrat: [
          { valeur: 45, source: 'Préfecture d’Indre-et-Loire' },
          { valeur: 43, source: 'Préfecture d’Indre-et-Loire' },
          { absence: 'a-venir', commentaire: 'Situation au 31 décembre.' },
        ],
      },
    },
    {
      libelle: 'Adultes-relais en emploi durable un an après leur contrat',
      type: 'resultat',
      nature: 'pourcentage',
      sens: 'hausse',
      maille: 'contrat',
      agregation: 'derniere',
      resultats: [2],
      reference: { annee: 2024, valeur: 48 },
      cibles: [
        { annee: 2027, valeur: 60 },
        { annee: 2030, valeur: 70 },
      ],
      valeurs: {
        contrat: [
          48,
          { valeur: 52, qualite: 'estimee', commentaire: 'Huit réponses manquantes sur vingt-trois.' },
          null,
        ],
      },
    },
  ],
  actions: [
    {
      titre: 'Former ensemble tous les adultes-relais',
      pilote: 'Médiation Touraine',
      echeance: '2026-11-27',
      statut: 'en-cours',
      niveauParticipation: 'concertation',
      etapes: [
        ['Quatre journées tenues', true],
        ['Cinquième journée, 27 novembre', false],
      ],
    },
    {
      titre: 'Essayer une présence jusqu’à 22 h dans quatre quartiers',
      pilote: 'Régie de quartiers Entre Loire et Cher',
      echeance: '2026-08-31',
      statut: 'reportee',
      niveauParticipation: 'consultation',
      description: 'Reportée à 2027, faute de volontaires pour les soirées.',
    },
  ],
  declinaisons: [
    {
      ville: 'tours',
      referent: 'samira',
      statutExecution: 'en-cours',
      meteo: 'couvert',
      meteoExplication: 'Trois postes vacants depuis l’été.',
    },
    { ville: 'laRiche', referent: 'thomas', statutExecution: 'en-cours', meteo: 'soleil' },
  ],
};
