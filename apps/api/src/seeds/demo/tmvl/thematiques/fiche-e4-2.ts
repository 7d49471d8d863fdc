import type { FicheDemo } from '../../modele';
import { DEGRES } from '../echelle';
import { Q } from '../territoires';

/** E 4.2, urban renewal with the residents. */
export const ficheE42: FicheDemo = {
  code: 'E4.2',
  statut: 'en-vigueur',
  auteur: 'claire',
  redigeeLe: '2024-06-21T09:05:00Z',
  redaction: {
    orientation: 'E4-b',
    titre:
      'Traverser le chantier sans perdre personne : relogement, information et mémoire dans les quatre quartiers en renouvellement urbain',
    titreCourt: 'Vivre le renouvellement urbain',
    resumePublic:
      'Votre immeuble est concerné ? Une personne vous suit du premier rendez-vous aux cartons, et après. Une maison du projet est ouverte dans chaque quartier.',
    pilotes: ['metropole'],
    referents: [{ acteur: 'metropole', fonction: 'Directrice du renouvellement urbain' }],
    resultatsAttendus: [
      'Chaque ménage relogé l’est dans un logement qu’il a choisi.',
      'Le calendrier des travaux est connu de tous, trois mois à l’avance.',
      'La mémoire du quartier est recueillie avant les démolitions.',
    ],
    interetHabitants: ['Être prévenu, choisir, ne pas être séparé de ses proches.'],
    interetTerritoire: ['Des quartiers ouverts, traversés, reliés au tramway.'],
    interetPartenaires: ['Un calendrier partagé entre maîtres d’ouvrage.'],
    cadreQuand: {
      texte: 'Jusqu’à la fin des conventions de renouvellement urbain.',
      debut: '2024-07-11',
      fin: '2029-12-31',
      continu: true,
    },
    cadreOu: {
      texte: 'Sanitas, Maryse Bastié, Rabière et Rabaterie.',
      portee: 'selection',
      qpv: [Q.sanitas, Q.maryseBastie, Q.rabiere, Q.rabaterie],
      communes: [],
    },
    cadreAvecQui: {
      texte: 'Bailleurs, équipes de relogement, maisons du projet, artistes.',
      acteurs: [{ categorie: 'bailleur' }, 'anru', { categorie: 'habitants' }],
    },
    publicCible: {
      texte: 'Ménages à reloger et habitants des immeubles voisins.',
      publics: ['tous-habitants', 'seniors'],
    },
    contexte:
      '<p>Près de 700 ménages sont à reloger entre 2021 et 2028. Plus d’un sur quatre a plus de 65 ans et vit dans le quartier depuis plus de vingt ans.</p>',
    facteursFavorables: [
      'Une charte de relogement signée par les trois bailleurs.',
      'Quatre maisons du projet ouvertes.',
    ],
    facteursDefavorables: ['Peu de logements libres aux loyers d’origine.', 'Des chantiers dont les dates glissent.'],
    planAction: [
      ['principe', 'Trois propositions au moins, et un droit au refus expliqué.'],
      ['action', 'Afficher un calendrier des travaux mis à jour chaque mois.'],
      ['action', 'Recueillir la parole des habitants avant chaque démolition.'],
    ],
    moyensHumains: [['Équipe de relogement, cinq personnes.', 5]],
    moyensFinanciers: ['ANRU, bailleurs, métropole.'],
    lignesBudget: [
      [2025, 'ANRU', 'droit-commun', 640_000, 640_000, 588_000],
      [2026, 'ANRU', 'droit-commun', 610_000, 610_000, null],
    ],
    partenaires: ['anru', { categorie: 'bailleur' }, 'tours', 'joue', 'saintPierre', 'collectifSanitas', 'ateliers'],
    dispositifs: ['NPNRU'],
    p147: ['3.1 Amélioration du cadre de vie'],
  },
  indicateurs: [
    {
      libelle: 'Ménages relogés',
      type: 'realisation',
      nature: 'nombre',
      unite: 'ménages',
      sens: 'hausse',
      maille: 'qpv',
      agregation: 'somme',
      definition: 'Baux signés dans l’année à la suite d’une démolition.',
      reference: { annee: 2024, valeur: 96 },
      cibles: [
        { annee: 2026, valeur: 120 },
        { annee: 2027, valeur: 120 },
      ],
      valeurs: {
        [Q.sanitas]: [52, 61, 44],
        [Q.maryseBastie]: [11, 14, 9],
        [Q.rabiere]: [18, 22, 25],
        [Q.rabaterie]: [15, 9, 0],
      },
    },
    {
      libelle: 'Ménages relogés là où ils le voulaient',
      type: 'resultat',
      nature: 'pourcentage',
      sens: 'hausse',
      maille: 'contrat',
      agregation: 'derniere',
      resultats: [1],
      definition: 'Ménages relogés dans le premier ou le deuxième secteur de leur choix.',
      source: 'Enquête six mois après le déménagement',
      reference: { annee: 2024, valeur: 71 },
      cibles: [{ annee: 2027, valeur: 85 }],
      valeurs: { contrat: [71, 78, 76] },
    },
    {
      libelle: 'Confiance des habitants dans le projet',
      type: 'impact',
      nature: 'echelle',
      sens: 'hausse',
      maille: 'contrat',
      agregation: 'derniere',
      anneesPonctuelles: [2024, 2027, 2030],
      modalites: DEGRES,
      reference: { annee: 2024, valeur: 0 },
      cibles: [{ annee: 2027, valeur: 1 }],
      valeurs: { contrat: [0] },
    },
  ],
  actions: [
    {
      titre: 'Publier chaque mois le calendrier des travaux',
      pilote: 'Tours Métropole Val de Loire',
      echeance: '2026-12-31',
      statut: 'en-cours',
      niveauParticipation: 'information',
      etapes: [
        ['Modèle et circuit de validation', true],
        ['Douze numéros en 2026', false],
      ],
    },
    {
      titre: 'Récolter les récits de la barre avant sa démolition',
      description: 'Un film, un livre de photos et un arbre planté par famille qui le souhaite.',
      pilote: 'Les Ateliers du Cher',
      echeance: '2026-04-30',
      statut: 'realisee',
      niveauParticipation: 'co-construction',
    },
  ],
  declinaisons: [
    { ville: 'tours', referent: 'samira', qpvCode: Q.sanitas, statutExecution: 'en-cours', meteo: 'soleil' },
    {
      ville: 'tours',
      referent: 'samira',
      qpvCode: Q.maryseBastie,
      statutExecution: 'en-cours',
      meteo: 'couvert',
      meteoExplication: 'Un lot de travaux infructueux, relancé en janvier.',
    },
    { ville: 'joue', referent: 'julien', statutExecution: 'en-cours', meteo: 'soleil' },
    {
      ville: 'saintPierre',
      referent: 'awa',
      statutExecution: 'suspendu',
      meteo: 'nuage',
      meteoExplication:
        'Aucun relogement cette année : le programme de la Rabaterie est en cours de révision avec l’ANRU.',
    },
  ],
};
