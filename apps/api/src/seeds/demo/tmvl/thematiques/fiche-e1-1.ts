import type { FicheDemo } from '../../modele';
import { Q } from '../territoires';

const PAS_COUVERT = {
  absence: 'non-concerne' as const,
  commentaire: 'Quartier non encore couvert par les permanences.',
};

/** E 1.1, reaching people far from employment. */
export const ficheE11: FicheDemo = {
  code: 'E1.1',
  statut: 'en-vigueur',
  auteur: 'claire',
  redigeeLe: '2024-06-17T09:40:00Z',
  redaction: {
    orientation: 'E1-a',
    titre: 'Aller chercher celles et ceux que l’emploi ne voit plus, et rester à leurs côtés jusqu’au contrat',
    titreCourt: 'Aller vers les invisibles de l’emploi',
    resumePublic:
      'Des conseillers sans bureau ni guichet, présents au marché, au city-stade et au centre social. On avance à votre rythme, jusqu’à six mois après l’embauche.',
    pilotes: ['franceTravail', { categorie: 'ville' }],
    referents: [
      { acteur: 'franceTravail', fonction: 'Directrice adjointe d’agence' },
      { acteur: { categorie: 'ville' }, fonction: 'Référentes et référents politique de la ville' },
    ],
    resultatsAttendus: [
      'Les jeunes et les adultes sans accompagnement sont rencontrés là où ils vivent.',
      'Six personnes accompagnées sur dix sont en emploi ou en formation un an après.',
    ],
    interetHabitants: ['Un seul interlocuteur, que l’on peut joindre et qui rappelle.'],
    interetTerritoire: ['Des savoir-faire qui sortent de l’ombre : couture, mécanique, soin, cuisine.'],
    interetPartenaires: ['Ne plus se renvoyer les mêmes personnes d’un dispositif à l’autre.'],
    cadreQuand: {
      texte: 'De septembre 2024 à décembre 2027, puis bilan.',
      debut: '2024-09-01',
      fin: '2027-12-31',
      continu: false,
    },
    cadreOu: { texte: 'Les 13 quartiers, en commençant par les quatre plus grands.', portee: 'tous-qpv' },
    cadreAvecQui: {
      texte: 'Mission locale, centres sociaux, clubs sportifs, éducateurs de rue.',
      acteurs: ['missionLocale', { categorie: 'centre-social' }, 'departement', 'regie'],
    },
    cadreAvecQuoi: {
      texte: '',
      modalites: [
        'Permanences mobiles, deux demi-journées par semaine.',
        'Rencontres par le sport avec des employeurs.',
        'Garde d’enfants à l’heure pendant les entretiens.',
      ],
    },
    publicCible: {
      texte: 'Personnes sans emploi ni formation, inscrites nulle part.',
      publics: ['jeunes-adultes', 'adultes', 'demandeurs-emploi', 'femmes'],
    },
    contexte:
      '<p>En 2024, les acteurs de terrain estimaient que <strong>trois jeunes sur dix</strong> sans emploi ni formation n’étaient inscrits nulle part. Les raisons citées sont simples : le transport, la garde des enfants, une mauvaise expérience au guichet.</p>',
    facteursFavorables: [
      'Une équipe mobile déjà connue au Sanitas.',
      'Des employeurs qui peinent à recruter : propreté, logistique, aide à domicile.',
    ],
    facteursDefavorables: [
      'Des contrats trop courts pour tenir dans la durée.',
      'Peu de crèches aux horaires décalés.',
    ],
    planAction: [
      ['action', 'Tenir des permanences mobiles dans chaque quartier.'],
      ['action', 'Organiser quatre rencontres par an entre employeurs et habitants, sans CV.'],
      ['principe', 'Rester présent six mois après l’embauche.'],
    ],
    moyensHumains: [
      ['Quatre conseillers mobiles.', 4],
      ['Une coordinatrice à la Mission locale.', 1],
    ],
    moyensFinanciers: ['Fonds social européen, programme 147 et droit commun de France Travail.'],
    lignesBudget: [
      [2025, 'Fonds social européen', 'droit-commun', 120_000, 120_000, 111_300],
      [2025, 'État – programme 147', 'credits-specifiques', 45_000, 40_000, 40_000],
      [2026, 'Fonds social européen', 'droit-commun', 120_000, 120_000, null],
      [2026, 'État – programme 147', 'credits-specifiques', 45_000, 42_000, null],
    ],
    partenaires: ['missionLocale', 'ddets', 'departement', 'region', { categorie: 'centre-social' }, 'regie'],
    dispositifs: ['Cité de l’emploi'],
    p147: ['2.1 Emploi'],
  },
  indicateurs: [
    {
      libelle: 'Personnes rencontrées hors des murs',
      type: 'realisation',
      nature: 'nombre',
      unite: 'personnes',
      sens: 'hausse',
      maille: 'qpv',
      agregation: 'somme',
      resultats: [1],
      definition: 'Personnes différentes ayant eu au moins un entretien de vingt minutes en dehors d’une agence.',
      source: 'Carnets des conseillers mobiles',
      ruptures: [
        {
          depuis: 2025,
          motif: 'Les rencontres de passage gonflaient le chiffre : seul un véritable entretien compte désormais.',
          avant: {
            definition: 'Personnes abordées par un conseiller en dehors d’une agence, même brièvement.',
            reference: { annee: 2024, valeur: 214 },
          },
          quand: '2025-01-20T10:15:00Z',
          auteur: 'Claire Vasseur',
        },
      ],
      cibles: [
        { annee: 2026, valeur: 600 },
        { annee: 2027, valeur: 700 },
      ],
      valeurs: {
        [Q.sanitas]: [96, 142, 151],
        [Q.rabiere]: [48, 103, 97],
        [Q.rabaterie]: [41, 88, 92],
        [Q.niqueux]: [29, 47, 52],
        [Q.rivesDuCher]: [PAS_COUVERT, 36, 40],
        [Q.europe]: [PAS_COUVERT, 22, 31],
        [Q.fontaines]: [PAS_COUVERT, 27, null],
        [Q.rochepinard]: [PAS_COUVERT, PAS_COUVERT, null],
        [Q.bordsDeLoire]: [PAS_COUVERT, PAS_COUVERT, PAS_COUVERT],
        [Q.tourettes]: [PAS_COUVERT, PAS_COUVERT, 19],
        [Q.galboisiere]: [PAS_COUVERT, PAS_COUVERT, PAS_COUVERT],
        [Q.morier]: [PAS_COUVERT, PAS_COUVERT, 24],
        [Q.maryseBastie]: [PAS_COUVERT, { absence: 'secret', commentaire: 'Moins de cinq personnes.' }, 12],
      },
      parSexe: {
        [Q.sanitas]: [
          [41, 55],
          [66, 76],
          [72, 79],
        ],
        [Q.rabiere]: [
          [20, 28],
          [47, 56],
          [46, 51],
        ],
        [Q.rabaterie]: [null, [39, 49], [42, 50]],
        [Q.niqueux]: [[11, 18], null, [24, 28]],
        [Q.europe]: [null, [9, 13], null],
      },
    },
    {
      libelle: 'Personnes en emploi ou en formation un an après',
      type: 'resultat',
      nature: 'pourcentage',
      sens: 'hausse',
      maille: 'contrat',
      agregation: 'derniere',
      resultats: [2],
      definition:
        'Parmi les personnes accompagnées au moins trois mois l’année précédente, part de celles qui sont en emploi de plus d’un mois ou en formation.',
      source: 'Enquête téléphonique de France Travail',
      responsable: 'franceTravail',
      reference: { annee: 2024, valeur: 41 },
      cibles: [
        { annee: 2026, valeur: 50 },
        { annee: 2027, valeur: 60 },
      ],
      valeurs: { contrat: [41, 46, { valeur: 49, commentaire: '212 répondants sur 287 personnes appelées.' }] },
    },
    {
      libelle: 'Des employeurs recrutent autrement',
      type: 'impact',
      nature: 'oui-non',
      sens: 'aucun',
      maille: 'contrat',
      anneesPonctuelles: [2025, 2027],
      definition: 'Oui si au moins dix entreprises ont signé l’engagement de recevoir sans CV.',
      valeurs: { contrat: [null, { valeur: 'oui', commentaire: 'Treize entreprises signataires.' }] },
    },
  ],
  actions: [
    {
      titre: 'Tenir deux permanences mobiles par semaine',
      pilote: 'Mission locale de Touraine',
      echeance: '2027-12-31',
      statut: 'en-cours',
      niveauParticipation: 'information',
      etapes: [
        ['Quatre quartiers couverts en 2024', true],
        ['Huit quartiers couverts en 2025', true],
        ['Dix quartiers couverts en 2026', true],
        ['Treize quartiers couverts', false],
      ],
      refDauphin: 'ACV37-2026-0027',
    },
    {
      titre: 'Organiser un « terrain d’emploi » au city-stade chaque saison',
      pilote: 'France Travail Centre-Val de Loire',
      echeance: '2026-10-10',
      statut: 'realisee',
      niveauParticipation: 'consultation',
      etapes: [
        ['Printemps : 61 habitants, 9 employeurs', true],
        ['Automne : 84 habitants, 14 employeurs', true],
      ],
    },
    {
      titre: 'Ouvrir une garde d’enfants à l’heure',
      pilote: 'CAF Touraine',
      echeance: '2026-06-30',
      statut: 'reportee',
      niveauParticipation: 'consultation',
      description: 'Le local pressenti aux Fontaines n’était pas aux normes ; nouvelle recherche pour 2027.',
    },
  ],
  declinaisons: [
    {
      ville: 'tours',
      referent: 'samira',
      statutExecution: 'en-cours',
      meteo: 'soleil',
      recits: [
        {
          annee: 2026,
          faitsMarquants: '253 personnes rencontrées dans cinq quartiers.',
          freins: 'La garde d’enfants manque toujours.',
          perspectives: 'Un bus commun avec la médiation numérique.',
        },
      ],
    },
    { ville: 'joue', referent: 'julien', statutExecution: 'en-cours', meteo: 'soleil' },
    { ville: 'saintPierre', referent: 'awa', statutExecution: 'en-cours', meteo: 'soleil' },
    {
      ville: 'laRiche',
      referent: 'thomas',
      statutExecution: 'en-cours',
      meteo: 'soleil',
    },
  ],
  retouches: [
    {
      champ: 'contexte',
      quand: '2026-10-29T14:02:00Z',
      auteur: 'mathis',
      avant: '<p>Trop de jeunes ne sont inscrits nulle part.</p>',
    },
  ],
};
