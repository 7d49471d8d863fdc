import type { RedactionFiche } from '../../modele';

/** Text of T 1.1: the facts of the signed sheet, told in our own words. */
export const redactionT11: RedactionFiche = {
  orientation: 'T1-a',
  titre:
    'Ouvrir dans chaque quartier des lieux d’échange où les habitants se rencontrent, parlent librement et construisent ensemble',
  titreCourt: 'Des espaces de dialogue dans les 13 quartiers',
  resumePublic:
    'Dans chaque quartier, un rendez-vous régulier permet de dire ce qui va et ce qui ne va pas, et de monter des projets avec la mairie, les bailleurs et les associations. Toute question posée reçoit une réponse dans le mois.',
  pilotes: [{ categorie: 'ville' }],
  referents: [{ acteur: { categorie: 'ville' }, fonction: 'Référentes et référents politique de la ville' }],
  resultatsAttendus: [
    'Chaque quartier dispose d’un <strong>espace de dialogue</strong>, ancien ou nouveau, où les habitants s’expriment sans filtre.',
    'Des projets nés dans ces espaces voient le jour, et l’on sait dire lesquels.',
    'Les habitants se connaissent mieux entre eux et connaissent mieux les associations, les bailleurs et les services présents dans le quartier.',
    'L’information circule : chacun sait ce qui se prépare près de chez lui et pourquoi.',
  ],
  interetHabitants: ['Prendre confiance dans sa parole et trouver sa place dans les projets du quartier.'],
  interetTerritoire: [
    'Voir grandir des initiatives collectives, imaginées et portées avec les habitants.',
    'Réaliser des projets et des aménagements qui répondent à la vie réelle du quartier, et non à l’idée qu’on s’en fait de loin.',
  ],
  interetPartenaires: [
    'Entendre les demandes à temps et pouvoir ajuster ses interventions.',
    'Expliquer ce que chaque institution peut faire, ce qu’elle ne peut pas faire, et dans quels délais.',
  ],
  cadreQuand: {
    texte: 'Toute la durée du contrat, sans interruption.',
    debut: '2024-07-11',
    fin: '2030-12-31',
    continu: true,
  },
  cadreOu: { texte: 'Les 13 quartiers prioritaires de la métropole, dans les quatre villes.', portee: 'tous-qpv' },
  cadreAvecQui: {
    texte:
      '<p>D’abord les habitants, organisés ou non. Autour d’eux, tous ceux qui travaillent dans le quartier : services des villes, de la métropole et de l’État, bailleurs, centres sociaux, associations, adultes-relais, et les conseils citoyens là où ils vivent encore.</p>',
    acteurs: [
      { categorie: 'habitants' },
      { categorie: 'ville', libelle: 'Services des villes' },
      'metropole',
      'prefecture',
      { categorie: 'bailleur' },
      { categorie: 'centre-social' },
      { categorie: 'association' },
      { categorie: 'mediation' },
      { categorie: 'conseil-citoyen', libelle: 'Conseils citoyens et collectifs, quand ils existent' },
    ],
  },
  cadreAvecQuoi: {
    texte: 'Chaque ville part de ce qui existe dans le quartier et choisit l’une des deux voies.',
    modalites: [
      'Renforcer l’instance en place (conseil citoyen, collectif, comité d’usagers) et en faire le lieu de dialogue reconnu par tous.',
      'Créer un rendez-vous nouveau, simple et régulier, quand rien ne réunit aujourd’hui les habitants.',
    ],
  },
  publicCible: { texte: 'Toutes les personnes qui habitent l’un des 13 quartiers.', publics: ['tous-habitants'] },
  contexte:
    '<p>Dix ans après la loi de 2014, les conseils citoyens ne se réunissent plus que dans trois quartiers sur treize. Les habitants n’ont pas cessé de parler : ils le font <em>au pied des immeubles</em>, dans les centres sociaux, devant l’école, rarement dans nos réunions.</p><p>Les ateliers de préparation du contrat, en 2023, ont montré trois attentes constantes :</p><ul><li><p>être prévenu avant les travaux, pas pendant ;</p></li><li><p>obtenir une réponse, même négative, à une question posée ;</p></li><li><p>rencontrer les décideurs dans le quartier, le soir ou le samedi.</p></li></ul><p>La métropole compte 47 postes d’adultes-relais en 2023 contre 28 en 2020 (source : ANCT) : c’est la première ressource pour aller vers celles et ceux qui ne viennent pas.</p>',
  facteursFavorables: [
    'Une culture de la participation installée depuis les conseils citoyens de 2014 et ravivée par les ateliers du contrat 2024-2030.',
    'Des habitants présents à l’Assemblée plénière et dans les coordinations locales : leur parole a une adresse.',
    'Quatre quartiers en renouvellement urbain (<strong>Maryse Bastié, Rabaterie, Rabière, Sanitas</strong>) où la concertation est obligatoire et outillée.',
    'Des centres sociaux et des espaces de vie sociale dont c’est le métier.',
    'Un élan local : budgets participatifs, retour des fonds de participation des habitants.',
  ],
  facteursDefavorables: [
    'Une mobilisation qui retombe vite : la difficulté n’est pas de lancer, c’est de durer.',
    'Le souvenir des conseils citoyens, vécus dans la plupart des quartiers comme une promesse non tenue.',
    'Des échanges plus tendus qu’autrefois entre habitants et institutions.',
    'Des professionnels qui doivent changer de posture : écouter avant d’expliquer, et dire aussi les contraintes.',
    'Des publics que l’on ne voit pas, les <strong>16-25 ans</strong> surtout, et des sujets qui divisent.',
  ],
  planAction: [
    [
      'principe',
      'Parler d’égal à égal : mêmes chaises, même temps de parole, pas de tribune. Les professionnels se forment à cette posture.',
    ],
    [
      'principe',
      '<p>Accueillir chacun et donner envie de revenir. Deux questions guident chaque rendez-vous :</p><ul><li><p>comment inviter la personne qui ne viendrait jamais ?</p></li><li><p>qu’est-ce qui la ferait revenir ?</p></li></ul>',
    ],
    [
      'etape',
      'Faire circuler l’information dans les deux sens : annoncer aux habitants ce qui se prépare, rapporter aux institutions ce qui se vit.',
    ],
    ['action', 'Répondre à chaque question posée, sous 30 jours, et afficher la réponse.'],
    [
      'principe',
      'Associer les habitants dès l’idée, pendant l’élaboration et au moment du bilan, pour tout projet du quartier.',
    ],
    ['action', 'Réserver une enveloppe aux projets et aux essais qui naissent dans ces espaces.'],
    [
      'etape',
      'Évaluer chaque expérience pour décrire les niveaux de participation et mesurer ce que la parole des habitants a changé.',
    ],
  ],
  moyensHumains: [
    [
      'Animation des espaces de dialogue : un quart de temps par ville, tenu par la ville ou confié à un centre social.',
      1,
    ],
    ['Deux adultes-relais chargés d’aller vers les personnes éloignées des réunions.', 2],
    ['Formation des intervenants à l’animation et à l’écoute, <em>selon les besoins</em>.', null],
  ],
  moyensFinanciers: [
    'Fonds de participation des habitants : une enveloppe par quartier, décidée par un comité d’habitants (voir la fiche T 1.2).',
    'Crédits de formation et d’animation, complétés par l’appel à projets annuel du contrat de ville.',
  ],
  lignesBudget: [
    [2024, 'Villes', 'droit-commun', 38_000, 38_000, 34_600],
    [2024, 'État – programme 147', 'credits-specifiques', 30_000, 26_000, 26_000],
    [2025, 'Villes', 'droit-commun', 52_000, 52_000, 49_850],
    [2025, 'État – programme 147', 'credits-specifiques', 36_000, 34_000, 33_200],
    [2025, 'Métropole', 'droit-commun', 20_000, 20_000, 18_400],
    [2025, 'CAF Touraine', 'droit-commun', 12_000, 9_500, 9_500],
    [2026, 'Villes', 'droit-commun', 46_000, 46_000, null],
    [2026, 'Ville de Tours', 'droit-commun', 12_000, 12_000, 8_400, 'b'],
    [2026, 'État – programme 147', 'credits-specifiques', 34_000, 29_000, null],
    [2026, 'État – programme 147', 'credits-specifiques', 6_000, 6_000, 4_150, 'a'],
    [2026, 'Métropole', 'droit-commun', 24_000, 24_000, null],
    [2026, 'CAF Touraine', 'droit-commun', 12_000, 12_000, null],
  ],
  partenaires: [
    { categorie: 'ville' },
    { categorie: 'bailleur' },
    { categorie: 'etat', libelle: 'État – déléguées et délégués du préfet' },
    { categorie: 'centre-social', libelle: 'Centres sociaux et espaces de vie sociale' },
    { categorie: 'association', libelle: 'Associations qui vont vers les habitants' },
    { categorie: 'mediation', libelle: 'Médiateurs, adultes-relais et animateurs de proximité' },
    'collectifSanitas',
    'conseilRabiere',
  ],
  dispositifs: ['NPNRU', 'Adultes-relais', 'Fonds de participation des habitants'],
  p147: ['1.5 Lien social, citoyenneté et participation des habitants'],
  documents: [
    {
      titre: 'Charte locale du dialogue, version signée de juin 2025',
      adresse: 'https://www.exemple.fr/contrat-de-ville/charte-du-dialogue.pdf',
    },
    {
      titre: 'Bilan 2025 des espaces de dialogue',
      adresse: 'https://www.exemple.fr/contrat-de-ville/bilan-dialogue-2025.pdf',
    },
  ],
  sectionsSupplementaires: [
    {
      libelle: 'Question évaluative',
      texte: 'Qu’est-ce qui a changé dans les projets du quartier <strong>parce que</strong> des habitants ont parlé ?',
    },
  ],
};
