import type { ArreteDemo, InstanceDemo, SeanceDemo } from '../../modele/plenieres';

/** Bodies of the contrat. */
export const INSTANCES: Readonly<Record<string, InstanceDemo>> = {
  pleniere: {
    sorte: 'assemblee-pleniere',
    nom: 'Assemblée Plénière',
    description: 'Tous les signataires, une fois par an : elle reçoit le bilan et fixe la suite.',
  },
  coordination: {
    sorte: 'coordination-locale',
    nom: 'Coordination locale de Tours',
    description: 'La ville, les délégués du préfet, les bailleurs et les centres sociaux des quartiers de Tours.',
  },
  pilotage: {
    sorte: 'comite-pilotage',
    nom: 'Comité de pilotage',
    description: 'Les élus des quatre villes, la métropole et la préfecture, deux fois par an.',
  },
  technique: {
    sorte: 'comite-technique',
    nom: 'Comité technique',
    description: 'Les équipes qui préparent les décisions et suivent les fiches.',
  },
};

/** Séances held since the signature, and the one that is being prepared. */
export const SEANCES: readonly SeanceDemo[] = [
  {
    instance: 'pleniere',
    date: '2024-12-12',
    heure: '14:00',
    lieu: 'Hôtel métropolitain, salle du Conseil',
    statut: 'tenue',
    points: [{ titre: 'Lancement du contrat 2024-2030' }, { fiche: 'T1.1' }, { fiche: 'T1.2' }, { fiche: 'E2.1' }],
    presences: [
      { college: 'etat', presents: 11, excuses: 2 },
      { college: 'collectivites', presents: 23, excuses: 4 },
      { college: 'bailleurs', presents: 5, excuses: 1 },
      { college: 'associations', presents: 18, excuses: 3 },
      { college: 'habitants', presents: 9, excuses: 0 },
    ],
    compteRendu:
      '<p>Les signataires présentent les fiches de la première année. Les conseils citoyens demandent que chaque question posée reçoive une réponse datée, même négative.</p><p>L’Assemblée retient cette règle et demande un premier bilan à la séance suivante.</p>',
    decisions: [
      {
        texte: 'Toute question posée dans un espace de dialogue reçoit une réponse écrite dans les trente jours.',
        fiche: 'T1.1',
        responsable: 'metropole',
        echeance: '2025-03-31',
        statut: 'faite',
        faiteLe: '2025-04-01',
        suivi: 'Règle écrite dans la fiche T 1.1, appliquée depuis avril 2025 dans les quatre villes.',
      },
      {
        texte: 'Présenter chaque année la part des actions nées de la parole des habitants.',
        fiche: 'T1.1',
        responsable: 'metropole',
        echeance: '2026-12-01',
        statut: 'en-cours',
        suivi: 'Premier compte en 2025 ; le deuxième est en cours dans les villes.',
      },
    ],
  },
  {
    instance: 'pilotage',
    date: '2025-06-19',
    heure: '09:30',
    lieu: 'Préfecture d’Indre-et-Loire',
    statut: 'tenue',
    points: [{ fiche: 'E1.1' }, { fiche: 'E4.1' }, { titre: 'Calendrier de la campagne de saisie' }],
    presences: [
      { college: 'etat', presents: 4, excuses: 0 },
      { college: 'collectivites', presents: 8, excuses: 1 },
    ],
    compteRendu:
      '<p>Le comité examine l’avancement des fiches emploi et cadre de vie, et arrête le calendrier de saisie.</p>',
    decisions: [
      {
        texte: 'Ouvrir une permanence emploi au Sanitas, un soir par semaine.',
        fiche: 'E1.1',
        responsable: 'tours',
        echeance: '2025-10-31',
        statut: 'faite',
        faiteLe: '2025-10-06',
        suivi: 'Ouverte depuis le 6 octobre 2025, le mardi de 17 h à 20 h.',
      },
      {
        texte: 'Faire connaître aux habitants la carte des permanences de santé.',
        fiche: 'E3.1',
        responsable: 'joue',
        echeance: '2025-11-15',
        statut: 'faite',
        faiteLe: '2026-01-20',
        suivi: 'Carte imprimée et remise dans les halls en janvier 2026, deux mois après la date prévue.',
      },
      {
        texte: 'Réunir les bailleurs sur l’entretien des halls avant l’été.',
        fiche: 'E4.1',
        responsable: 'joue',
        echeance: '2026-06-30',
        statut: 'a-faire',
        suivi: '',
      },
    ],
  },
  {
    instance: 'pleniere',
    date: '2025-12-11',
    heure: '14:00',
    lieu: 'Espace Malraux, Joué-lès-Tours',
    statut: 'tenue',
    points: [
      { titre: 'Premier bilan du contrat' },
      { fiche: 'T1.1' },
      { fiche: 'E1.1' },
      { fiche: 'E4.3' },
      { titre: 'Questions des conseils citoyens' },
    ],
    presences: [
      { college: 'etat', presents: 9, excuses: 3 },
      { college: 'collectivites', presents: 26, excuses: 2 },
      { college: 'bailleurs', presents: 4, excuses: 2 },
      { college: 'associations', presents: 21, excuses: 1 },
      { college: 'habitants', presents: 17, excuses: 2 },
    ],
    compteRendu:
      '<p>Les signataires lisent ce qui a changé depuis décembre 2024. Les habitants sont deux fois plus nombreux que l’an dernier et demandent que la médiation du soir soit maintenue.</p><p>L’Assemblée prend acte des retards et fixe deux engagements pour 2026.</p>',
    decisions: [
      {
        texte: 'Maintenir la médiation du soir dans les cinq quartiers où elle a commencé.',
        fiche: 'E4.3',
        responsable: 'metropole',
        echeance: '2026-03-31',
        statut: 'faite',
        faiteLe: '2026-03-18',
        suivi: 'Crédits inscrits au budget 2026, conventions signées en mars.',
      },
      {
        texte: 'Tenir une séance par semestre dans chaque espace de dialogue, et en publier le compte rendu.',
        fiche: 'T1.1',
        responsable: 'metropole',
        echeance: '2026-12-31',
        statut: 'en-cours',
        suivi: 'Dix quartiers sur treize ont tenu leurs deux séances.',
      },
    ],
  },
  {
    instance: 'technique',
    date: '2026-03-24',
    heure: '',
    lieu: 'Mairie de Joué-lès-Tours',
    statut: 'annulee',
    points: [{ titre: 'Préparation de la campagne 2026' }],
    presences: [],
    compteRendu: '',
    decisions: [],
  },
  {
    instance: 'pleniere',
    date: '2026-12-10',
    heure: '14:00',
    lieu: 'Hôtel métropolitain, salle du Conseil',
    statut: 'preparation',
    points: [
      { titre: 'Ce qui a changé depuis la dernière Plénière' },
      { fiche: 'T1.1' },
      { fiche: 'E1.1' },
      { fiche: 'E2.1' },
      { fiche: 'E3.1' },
      { titre: 'Questions des conseils citoyens' },
    ],
    presences: [],
    compteRendu: '',
    decisions: [],
  },
];

/** What each Assemblée Plénière adopted, frozen at its end. */
export const ARRETES: readonly ArreteDemo[] = [
  {
    titre: 'Assemblée Plénière de décembre 2024',
    seance: 'pleniere/2024-12-12',
    auteur: 'claire',
    figeLe: '2024-12-12T16:40:00.000Z',
    textes: {
      'T1.1': {
        cadreOu: { texte: 'Cinq quartiers prioritaires la première année, les treize ensuite.', portee: 'tous-qpv' },
        cadreAvecQuoi: {
          texte: 'Chaque ville part de ce qui existe dans le quartier.',
          modalites: [
            'Renforcer l’instance en place (conseil citoyen, collectif, comité d’usagers) et en faire le lieu de dialogue reconnu par tous.',
          ],
        },
      },
      'T1.2': {
        resumePublic:
          'Une idée pour votre immeuble, votre rue, vos voisins ? Jusqu’à 1 000 €, décidés par des habitants, versés en six semaines. Pas besoin d’être une association.',
        facteursDefavorables: [
          'Une avance difficile à verser à un groupe sans compte bancaire.',
          'Un règlement différent d’une ville à l’autre.',
        ],
      },
      'E1.1': {
        resumePublic:
          'Sortir frapper aux portes, sur les terrains et dans les halls, pour retrouver les jeunes que personne ne voit.',
      },
    },
    meteos: {
      'T1.1': { tours: 'orage', saintPierre: 'couvert', joue: 'couvert' },
      'E2.1': { tours: null },
    },
  },
  {
    titre: 'Assemblée Plénière de décembre 2025',
    seance: 'pleniere/2025-12-11',
    auteur: 'claire',
    figeLe: '2025-12-11T16:25:00.000Z',
  },
];
