import type { ActionDemo, DeclinaisonDemo } from '../../modele';

/** Actions of T 1.1: one done, one late, one abandoned, the others on their way. */
export const actionsT11: readonly ActionDemo[] = [
  {
    titre: 'Écrire et signer une charte locale du dialogue',
    description:
      'Deux pages, écrites en quatre ateliers avec des habitants, sur ce que chacun promet : les institutions répondent, les habitants préviennent, tout le monde écoute.',
    pilote: 'Tours Métropole Val de Loire',
    echeance: '2025-06-30',
    statut: 'realisee',
    niveauParticipation: 'co-construction',
    etapes: [
      ['Quatre ateliers d’écriture, un par ville', true],
      ['Relecture par le collectif du Sanitas et le conseil citoyen de la Rabière', true],
      ['Signature par les 26 signataires du contrat', true],
    ],
  },
  {
    titre: 'Tenir un rendez-vous au pied des immeubles dans chacun des 13 quartiers',
    description:
      'Une table, du café, un agent de la ville, un agent du bailleur : une heure et demie, à la sortie de l’école ou le samedi matin.',
    pilote: 'Villes, avec les bailleurs',
    echeance: '2026-12-31',
    statut: 'en-cours',
    niveauParticipation: 'consultation',
    etapes: [
      ['Calendrier partagé avec les bailleurs', true],
      ['Neuf quartiers visités au moins deux fois', true],
      ['Rochepinard, Bords de Loire, La Galboisière et Les Tourettes', false],
      ['Bilan à l’Assemblée plénière', false],
    ],
    refDauphin: 'ACV37-2026-0148',
  },
  {
    titre: 'Répondre sous 30 jours : un registre public des questions',
    description:
      'Toute question posée en séance est inscrite, attribuée à un service et affichée avec sa réponse dans le hall du centre social et sur le site de la ville.',
    pilote: 'Villes',
    echeance: '2026-09-30',
    statut: 'en-cours',
    niveauParticipation: 'information',
    etapes: [
      ['Modèle de registre adopté par les quatre villes', true],
      ['Registre ouvert à Tours et à La Riche', true],
      ['Registre ouvert à Joué-lès-Tours et à Saint-Pierre-des-Corps', false],
      ['Premier relevé des délais de réponse', false],
    ],
  },
  {
    titre: 'Former ensemble habitants et professionnels à l’animation',
    description:
      'Deux journées par an, vingt places, moitié habitants, moitié agents. Garde d’enfants et repas prévus.',
    pilote: 'Centre social La Passerelle du Sanitas',
    echeance: '2027-03-31',
    statut: 'en-cours',
    niveauParticipation: 'concertation',
    etapes: [
      ['Première session en avril 2026 : 17 personnes', true],
      ['Deuxième session, salle réservée pour février 2027', false],
    ],
    refDauphin: 'ACV37-2026-0163',
  },
  {
    titre: 'Réserver 10 000 € par ville aux essais nés dans les espaces de dialogue',
    description: 'Une décision en un mois, par un jury d’habitants tirés au sort et d’élus.',
    pilote: 'Villes et métropole',
    echeance: '2027-06-30',
    statut: 'a-venir',
    niveauParticipation: 'co-construction',
    etapes: [
      ['Délibérations des quatre conseils municipaux', false],
      ['Tirage au sort du premier jury', false],
    ],
  },
  {
    titre: 'Faire le bilan de mi-parcours avec les habitants',
    description:
      'Dans chaque quartier, une soirée pour dire ce qui a changé depuis 2024 et ce qu’il faut changer dans le contrat.',
    pilote: 'Tours Métropole Val de Loire',
    echeance: '2027-10-15',
    statut: 'a-venir',
    niveauParticipation: 'concertation',
  },
  {
    titre: 'Ouvrir une plateforme numérique commune',
    description:
      'Abandonnée fin 2025 : 14 contributions en six mois, presque toutes d’agents. Les moyens sont passés aux rendez-vous au pied des immeubles.',
    pilote: 'Tours Métropole Val de Loire',
    echeance: '2025-12-31',
    statut: 'abandonnee',
    niveauParticipation: 'consultation',
    etapes: [['Essai de six mois', true]],
  },
];

/** How each of the four villes carries T 1.1 out. */
export const declinaisonsT11: readonly DeclinaisonDemo[] = [
  {
    ville: 'tours',
    referent: 'samira',
    statutExecution: 'en-cours',
    meteo: 'couvert',
    meteoExplication:
      'Le Sanitas et Les Fontaines avancent bien ; Europe et Rochepinard n’ont plus d’animateur depuis le printemps.',
    modaliteRetenue:
      'Renforcer le collectif du Sanitas, s’appuyer ailleurs sur les centres sociaux, créer un rendez-vous mensuel aux Tourettes et aux Bords de Loire.',
    recits: [
      {
        annee: 2024,
        faitsMarquants:
          'Tour des huit quartiers à pied avec les élus et les bailleurs. Le collectif du Sanitas reprend ses réunions mensuelles.',
        freins: 'Peu de monde hors du Sanitas ; les horaires de bureau excluent ceux qui travaillent.',
        perspectives: 'Passer aux rendez-vous du samedi matin et confier l’animation aux centres sociaux.',
      },
      {
        annee: 2025,
        faitsMarquants:
          '35 séances et 900 participations. Première marche exploratoire : neuf lampadaires remplacés et un passage rouvert en trois mois.',
        freins: 'Le poste d’animation des Bords de Loire est resté vacant. Aucune séance n’y a été tenue.',
        perspectives: 'Recruter une animatrice partagée entre Europe, Rochepinard et les Bords de Loire.',
      },
      {
        annee: 2026,
        faitsMarquants:
          'Le rendez-vous des Tourettes trouve son public. Le marché du Sanitas a changé de jour à la demande des habitants.',
        freins:
          'L’association d’animation du quartier Europe a cessé son activité en mai ; la trêve électorale a décalé deux projets.',
        perspectives: 'Arrivée d’une animatrice partagée en janvier 2027.',
      },
    ],
  },
  {
    ville: 'joue',
    referent: 'julien',
    statutExecution: 'en-cours',
    meteo: 'soleil',
    modaliteRetenue:
      'Le conseil citoyen de la Rabière, toujours actif, devient l’espace de dialogue du quartier. Au Morier, un rendez-vous nouveau avec le centre social.',
    recits: [
      {
        annee: 2024,
        faitsMarquants: 'Le conseil citoyen accepte d’ouvrir ses réunions à tous.',
        freins: 'Un groupe de huit personnes, fidèle mais vieillissant.',
        perspectives: 'Inviter les parents par les écoles.',
      },
      {
        annee: 2025,
        faitsMarquants: 'Huit séances à la Rabière, dont deux avec traduction en arabe et en portugais.',
        freins: 'Au Morier, tout est à construire.',
        perspectives: 'Ouvrir un rendez-vous au Morier dès janvier.',
      },
      {
        annee: 2026,
        faitsMarquants:
          'L’aire de jeux de la Rabière a été déplacée de 80 mètres après un atelier de plan avec 34 enfants. Quatre séances au Morier.',
        freins: 'Le registre des questions n’est pas encore ouvert.',
        perspectives: 'Un jury d’habitants pour l’enveloppe d’initiatives.',
      },
    ],
  },
  {
    ville: 'saintPierre',
    referent: 'awa',
    statutExecution: 'en-cours',
    meteo: 'nuage',
    meteoExplication:
      'La salle de la Rabaterie a fermé cet été pour travaux et La Galboisière n’a connu qu’une séance en deux ans.',
    modaliteRetenue: 'Créer un rendez-vous nouveau, itinérant, porté par la ville avec la régie de quartiers.',
    recits: [
      {
        annee: 2024,
        faitsMarquants: 'Cinq séances à la Rabaterie, tenues dans la cour de l’école.',
        freins: 'Des échanges tendus sur le calendrier des démolitions.',
        perspectives: 'Séparer les réunions de chantier des soirées de dialogue.',
      },
      {
        annee: 2025,
        faitsMarquants: '214 participations à la Rabaterie ; trois habitantes rejoignent la coordination locale.',
        freins: 'La Galboisière, nouveau quartier prioritaire, n’a ni salle ni association.',
        perspectives: 'Un local provisoire demandé au bailleur.',
      },
      {
        annee: 2026,
        faitsMarquants: 'Le bus du dialogue, prêté par la régie, stationne un samedi par mois à la Rabaterie.',
        freins: 'Salle fermée en juillet et août ; local de La Galboisière toujours attendu.',
        perspectives: 'Ouverture du local annoncée par le bailleur pour mars 2027.',
      },
    ],
  },
  {
    ville: 'laRiche',
    referent: 'thomas',
    statutExecution: 'en-cours',
    meteo: 'soleil',
    modaliteRetenue:
      'Renforcer les « goûters du quartier » de l’espace de vie sociale, ouverts à la ville et au bailleur une fois sur deux.',
    recits: [
      {
        annee: 2024,
        faitsMarquants: 'Six goûters, une vingtaine de personnes chaque fois.',
        freins: 'Peu d’hommes, peu de jeunes.',
        perspectives: 'Deux rendez-vous le soir, près du terrain de sport.',
      },
      {
        annee: 2025,
        faitsMarquants: 'Le registre des questions est ouvert : 41 questions, 36 réponses, 24 jours en moyenne.',
        freins: 'Changement de référent en fin d’année.',
        perspectives: 'Publier les réponses sur le site de la ville.',
      },
      {
        annee: 2026,
        faitsMarquants:
          'Sept rendez-vous. La traversée devant l’école a été refaite en six mois après une pétition d’enfants.',
        freins: '',
        perspectives: 'Partager la méthode du registre avec les trois autres villes.',
      },
    ],
  },
];
