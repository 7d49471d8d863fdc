import type { FicheDemo } from '../../modele';
import { Q } from '../territoires';

/** E 4.1, everyday care of the neighbourhood. */
export const ficheE41: FicheDemo = {
  code: 'E4.1',
  statut: 'en-vigueur',
  auteur: 'claire',
  redigeeLe: '2024-06-20T15:25:00Z',
  redaction: {
    orientation: 'E4-a',
    titre:
      'Des halls aux trottoirs, un quartier entretenu : la gestion de proximité avec les bailleurs et les habitants',
    titreCourt: 'Gestion de proximité',
    resumePublic:
      'Une ampoule grillée, un encombrant, un ascenseur : vous signalez, on vous dit qui s’en occupe et quand. Trois fois par an, on fait le tour du quartier ensemble.',
    pilotes: ['metropole', { categorie: 'bailleur' }],
    referents: [
      { acteur: 'loireHabitat', fonction: 'Responsable du développement social', personne: 'sophie' },
      { acteur: 'metropole', fonction: 'Cheffe de projet du contrat de ville', personne: 'claire' },
    ],
    resultatsAttendus: [
      'Un signalement sur deux traité en moins de cinq jours.',
      'Un diagnostic en marchant, trois fois par an et par quartier.',
      'Un usage clair et discuté de l’abattement de taxe foncière.',
    ],
    interetHabitants: ['Savoir qui fait quoi, et le voir fait.'],
    interetTerritoire: ['Des espaces que l’on respecte parce qu’ils sont tenus.'],
    interetPartenaires: ['Rendre visible un travail quotidien que personne ne remarque.'],
    cadreQuand: { texte: 'Toute l’année.', debut: '2024-07-11', fin: '2030-12-31', continu: true },
    cadreOu: { texte: 'Les 13 quartiers.', portee: 'tous-qpv' },
    cadreAvecQui: {
      texte: 'Gardiens, propreté urbaine, régie de quartiers, locataires référents.',
      acteurs: [{ categorie: 'bailleur' }, 'regie', { categorie: 'ville' }, { categorie: 'habitants' }],
    },
    cadreAvecQuoi: {
      texte: '',
      modalites: [
        'Diagnostics en marchant.',
        'Application de signalement et tableau affiché dans les halls.',
        'Programme annuel d’actions financé par l’abattement de taxe foncière.',
      ],
    },
    publicCible: {
      texte: 'Tous les habitants des immeubles et des rues des 13 quartiers.',
      publics: ['tous-habitants'],
    },
    contexte:
      '<p>L’abattement de 30 % de la taxe foncière représente chaque année plus d’un million d’euros pour les trois bailleurs. Jusqu’en 2024, peu d’habitants savaient à quoi il servait.</p>',
    facteursFavorables: ['Des gardiens présents et connus.', 'Une convention d’abattement signée pour 2025-2030.'],
    facteursDefavorables: [
      'Des limites de propriété que personne ne connaît.',
      'Des encombrants qui reviennent le lendemain.',
    ],
    planAction: [
      ['action', 'Marcher trois fois par an dans chaque quartier et publier les suites.'],
      ['action', 'Afficher dans chaque hall le programme de l’année.'],
      ['etape', 'Clarifier les domanialités, parcelle par parcelle.'],
    ],
    moyensHumains: [
      ['Un coordinateur de proximité par bailleur.', 3],
      ['Correspondants de nuit, à titre d’essai.', null],
    ],
    moyensFinanciers: ['Abattement de taxe foncière, budgets des bailleurs et de la propreté urbaine.'],
    lignesBudget: [
      [2025, 'Bailleurs – abattement de taxe foncière', 'droit-commun', 1_080_000, 1_080_000, 972_300],
      [2026, 'Bailleurs – abattement de taxe foncière', 'droit-commun', 1_110_000, 1_110_000, null],
      [2026, 'Métropole', 'droit-commun', 150_000, 150_000, null],
    ],
    partenaires: [{ categorie: 'bailleur' }, 'regie', { categorie: 'ville' }, 'prefecture', 'collectifSanitas'],
    dispositifs: ['TFPB', 'NPNRU'],
    p147: ['3.1 Amélioration du cadre de vie'],
  },
  indicateurs: [
    {
      libelle: 'Diagnostics en marchant',
      type: 'realisation',
      nature: 'frequence',
      unite: 'marches',
      sens: 'hausse',
      maille: 'qpv',
      agregation: 'moyenne',
      resultats: [2],
      reference: { annee: 2024, valeur: 1 },
      cibles: [
        { annee: 2026, valeur: 3 },
        { annee: 2027, valeur: 3 },
        { annee: 2030, valeur: 3 },
      ],
      valeurs: {
        [Q.rabiere]: [2, 3, 3],
        [Q.niqueux]: [1, 2, 3],
        [Q.rabaterie]: [2, 2, 2],
        [Q.fontaines]: [1, 2, 2],
        [Q.rochepinard]: [0, 1, 1],
        [Q.rivesDuCher]: [1, 2, 3],
        [Q.europe]: [1, 2, null],
        [Q.sanitas]: [2, 3, 3],
        [Q.maryseBastie]: [1, 2, 2],
        [Q.bordsDeLoire]: [1, 1, 0],
        [Q.tourettes]: [{ absence: 'non-concerne' }, 1, 2],
        [Q.galboisiere]: [{ absence: 'non-concerne' }, 1, 1],
        [Q.morier]: [{ absence: 'non-concerne' }, 2, 2],
      },
    },
    {
      libelle: 'Signalements traités en moins de cinq jours',
      type: 'resultat',
      nature: 'pourcentage',
      sens: 'hausse',
      maille: 'contrat',
      agregation: 'derniere',
      resultats: [1],
      definition:
        'Signalements clos dans les cinq jours ouvrés, rapportés à tous les signalements reçus. Un accusé de réception ne clôt pas.',
      source: 'Application de signalement des trois bailleurs',
      responsable: 'loireHabitat',
      reference: { annee: 2024, valeur: 33 },
      cibles: [
        { annee: 2026, valeur: 50 },
        { annee: 2027, valeur: 60 },
        { annee: 2030, valeur: 75 },
      ],
      valeurs: {
        contrat: [33, 42, { valeur: 47, commentaire: 'La panne d’ascenseurs de septembre pèse pour quatre points.' }],
      },
    },
    {
      libelle: 'Appréciation du cadre de vie par les locataires',
      type: 'impact',
      nature: 'nombre',
      decimales: 1,
      unite: 'sur 10',
      sens: 'hausse',
      maille: 'contrat',
      agregation: 'derniere',
      anneesPonctuelles: [2024, 2026, 2028, 2030],
      definition: 'Note moyenne donnée par les locataires à la propreté et à la tranquillité de leur quartier.',
      source: 'Enquête triennale commune aux bailleurs, avancée tous les deux ans dans les quartiers',
      responsable: 'loireHabitat',
      reference: { annee: 2024, valeur: 5.8 },
      cibles: [
        { annee: 2028, valeur: 6.5 },
        { annee: 2030, valeur: 7 },
      ],
      valeurs: { contrat: [5.8, null, { valeur: 6.1, qualite: 'provisoire', commentaire: '1 940 réponses.' }] },
    },
  ],
  actions: [
    {
      titre: 'Publier les suites de chaque diagnostic en marchant',
      pilote: 'Tours Métropole Val de Loire',
      echeance: '2026-06-30',
      statut: 'realisee',
      niveauParticipation: 'concertation',
      etapes: [
        ['Modèle de compte rendu', true],
        ['Affichage dans les halls', true],
      ],
    },
    {
      titre: 'Essayer des correspondants de nuit au Sanitas et à la Rabière',
      pilote: 'Loire & Cher Habitat',
      echeance: '2026-10-15',
      statut: 'en-cours',
      niveauParticipation: 'consultation',
      etapes: [
        ['Recrutement de quatre personnes', true],
        ['Six mois d’essai', false],
        ['Bilan avec les locataires', false],
      ],
    },
    {
      titre: 'Clarifier qui entretient quoi à Rochepinard',
      pilote: 'Ville de Tours et Le Toit tourangeau',
      echeance: '2027-02-28',
      statut: 'a-venir',
      niveauParticipation: 'information',
    },
  ],
  declinaisons: [
    {
      ville: 'tours',
      referent: 'samira',
      statutExecution: 'en-cours',
      meteo: 'couvert',
      meteoExplication: 'Encombrants en hausse aux Bords de Loire, où aucune marche n’a eu lieu cette année.',
    },
    { ville: 'joue', referent: 'julien', statutExecution: 'en-cours', meteo: 'soleil' },
    {
      ville: 'saintPierre',
      referent: 'awa',
      statutExecution: 'en-cours',
      meteo: 'orage',
      meteoExplication:
        'Trois tours sans ascenseur pendant cinq semaines en septembre : la concertation est suspendue.',
      recits: [
        {
          annee: 2026,
          faitsMarquants: 'Une pétition de 212 locataires reçue en mairie et au siège du bailleur.',
          freins: 'Panne des ascenseurs de la Rabaterie.',
          perspectives: 'Contrat d’entretien renégocié, réunion publique le 9 décembre.',
        },
      ],
    },
    { ville: 'laRiche', referent: 'thomas', statutExecution: 'en-cours', meteo: 'soleil' },
  ],
  evolutions: [
    {
      quand: '2026-11-20T16:41:00Z',
      auteur: 'awa',
      objet: 'declinaison',
      nom: 'saintPierre',
      champ: 'meteo',
      avant: 'nuage',
      apres: 'orage',
    },
  ],
};
