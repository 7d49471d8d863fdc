import type { FicheDemo } from '../../modele';

/** E 1.2, social clauses. */
export const ficheE12: FicheDemo = {
  code: 'E1.2',
  statut: 'en-vigueur',
  auteur: 'claire',
  redigeeLe: '2024-06-17T16:15:00Z',
  redaction: {
    orientation: 'E1-b',
    titre: 'Que les chantiers des quartiers embauchent dans les quartiers : les clauses d’insertion',
    titreCourt: 'Clauses d’insertion',
    resumePublic:
      'Sur chaque chantier public, des heures de travail sont réservées à des habitants. Un facilitateur vous aide à y accéder.',
    pilotes: ['metropole'],
    referents: [{ acteur: 'metropole', fonction: 'Facilitatrice des clauses sociales' }],
    resultatsAttendus: [
      'Dix pour cent des heures des marchés du renouvellement urbain confiées à des habitants.',
      'Des parcours de plus de six mois, qualifiants.',
    ],
    interetHabitants: ['Un premier contrat près de chez soi, et un métier au bout.'],
    interetTerritoire: ['Des habitants fiers d’un chantier auquel ils ont travaillé.'],
    cadreQuand: { texte: 'Pendant toute la durée des marchés.', debut: '2024-07-11', fin: '2030-12-31', continu: true },
    cadreOu: {
      texte: 'Les quatre quartiers en renouvellement urbain, puis tous les marchés de plus de 500 000 €.',
      portee: 'metropole',
    },
    cadreAvecQui: {
      texte: 'Entreprises, maîtres d’ouvrage, structures d’insertion.',
      acteurs: [{ categorie: 'bailleur' }, 'regie', 'missionLocale'],
    },
    publicCible: {
      texte: 'Personnes en recherche d’emploi habitant un quartier prioritaire.',
      publics: ['demandeurs-emploi', 'jeunes-adultes'],
    },
    contexte:
      '<p>Depuis 2021, plus de 150 000 heures ont été réalisées, mais une sur deux seulement par des habitants des quartiers, et très peu par des femmes.</p>',
    facteursFavorables: [
      'Un guichet unique des clauses à la métropole.',
      'Des bailleurs qui appliquent la clause au-delà de l’obligation.',
    ],
    facteursDefavorables: ['Des missions d’intérim courtes.', 'Peu de femmes sur les chantiers.'],
    planAction: [
      ['action', 'Suivre chaque personne par-delà le chantier.'],
      ['action', 'Ouvrir la clause aux marchés de nettoyage, d’espaces verts et d’études.'],
      ['etape', 'Publier chaque année les heures par maître d’ouvrage.'],
    ],
    moyensHumains: [['Deux facilitatrices des clauses sociales.', 2]],
    moyensFinanciers: ['Postes cofinancés par le Fonds social européen.'],
    lignesBudget: [
      [2025, 'Métropole', 'droit-commun', 58_000, 58_000, 57_200],
      [2025, 'Fonds social européen', 'droit-commun', 42_000, 42_000, 38_900],
      [2026, 'Métropole', 'droit-commun', 60_000, 60_000, null],
    ],
    partenaires: [{ categorie: 'bailleur' }, 'anru', 'missionLocale', 'franceTravail', 'regie', 'ddets'],
    dispositifs: ['NPNRU'],
    p147: ['2.1 Emploi'],
  },
  indicateurs: [
    {
      libelle: 'Heures d’insertion réalisées par des habitants des quartiers',
      type: 'realisation',
      nature: 'nombre',
      unite: 'heures',
      sens: 'hausse',
      maille: 'contrat',
      agregation: 'somme',
      resultats: [1],
      definition:
        'Heures déclarées par les entreprises et vérifiées, pour des personnes habitant un quartier prioritaire.',
      source: 'Logiciel de suivi des clauses de la métropole',
      responsable: 'metropole',
      reference: { annee: 2024, valeur: 41_250 },
      cibles: [
        { annee: 2026, valeur: 55_000 },
        { annee: 2027, valeur: 60_000 },
        { annee: 2030, valeur: 60_000 },
      ],
      valeurs: { contrat: [41_250, 52_480, { valeur: 47_900, commentaire: 'Arrêté au 31 octobre.' }] },
    },
    {
      libelle: 'Part des femmes dans les heures d’insertion',
      type: 'resultat',
      nature: 'pourcentage',
      sens: 'hausse',
      maille: 'contrat',
      agregation: 'derniere',
      resultats: [2],
      definition: 'Heures réalisées par des femmes, rapportées à toutes les heures.',
      responsable: 'metropole',
      reference: { annee: 2024, valeur: 9 },
      cibles: [
        { annee: 2026, valeur: 20 },
        { annee: 2027, valeur: 25 },
        { annee: 2030, valeur: 33 },
      ],
      valeurs: {
        contrat: [
          9,
          12,
          {
            valeur: 14,
            commentaire: 'La cible de 20 % n’est pas atteinte malgré l’ouverture aux marchés de nettoyage.',
          },
        ],
      },
    },
  ],
  actions: [
    {
      titre: 'Ouvrir la clause aux marchés de services',
      pilote: 'Tours Métropole Val de Loire',
      echeance: '2026-03-31',
      statut: 'realisee',
      niveauParticipation: 'aucune',
      etapes: [
        ['Clause type', true],
        ['Trois premiers marchés', true],
      ],
    },
    {
      titre: 'Visites de chantier pour les habitantes',
      pilote: 'Régie de quartiers Entre Loire et Cher',
      echeance: '2026-12-10',
      statut: 'en-cours',
      niveauParticipation: 'information',
      etapes: [
        ['Sanitas : 14 participantes', true],
        ['Rabaterie', false],
      ],
    },
  ],
  declinaisons: [
    {
      ville: 'tours',
      referent: 'samira',
      statutExecution: 'en-cours',
      meteo: 'soleil',
    },
    { ville: 'saintPierre', referent: 'awa', statutExecution: 'en-cours', meteo: 'soleil' },
  ],
};
