import type { FicheDemo } from '../../modele';
import { COMMUNES } from '../territoires';

/** E 3.2, rights and digital life. */
export const ficheE32: FicheDemo = {
  code: 'E3.2',
  statut: 'en-vigueur',
  auteur: 'thomas',
  redigeeLe: '2024-06-20T10:10:00Z',
  redaction: {
    orientation: 'E3-a',
    titre: 'Obtenir ses droits sans se perdre : des lieux d’accueil où quelqu’un fait les démarches avec vous',
    titreCourt: 'Accès aux droits et au numérique',
    resumePublic:
      'Un papier incompris, un mot de passe perdu, une aide que vous ne demandez pas ? Poussez la porte : on fait la démarche avec vous, sans rendez-vous le matin.',
    pilotes: ['laRiche'],
    referents: [{ acteur: 'laRiche', fonction: 'Référent politique de la ville', personne: 'thomas' }],
    resultatsAttendus: [
      'Une porte ouverte sans rendez-vous à moins d’un quart d’heure de chaque quartier.',
      'Des personnes plus à l’aise seules après trois visites.',
      'Moins de droits non réclamés.',
    ],
    interetHabitants: ['Ne plus attendre trois semaines pour une réponse de cinq minutes.'],
    interetPartenaires: ['Des dossiers complets du premier coup.'],
    cadreQuand: { texte: 'Toute l’année.', debut: '2024-07-11', fin: '2030-12-31', continu: true },
    cadreOu: {
      texte: 'La Riche et Saint-Pierre-des-Corps, puis les quartiers de Tours.',
      portee: 'selection',
      qpv: [],
      communes: [COMMUNES.laRiche, COMMUNES.saintPierre, COMMUNES.tours],
    },
    cadreAvecQui: {
      texte: 'Conseillers numériques, CAF, CPAM, écrivains publics.',
      acteurs: ['boussole', 'caf', 'cpam', 'droits'],
    },
    publicCible: {
      texte: 'Toute personne gênée par l’écrit, l’écran ou l’administration.',
      publics: ['adultes', 'seniors', 'allophones'],
    },
    contexte:
      '<p>La CAF estimait en 2024 que plusieurs centaines de familles des quartiers ne demandaient pas une aide à laquelle elles ont droit.</p>',
    facteursFavorables: [
      'Deux espaces labellisés France services.',
      'Des agents de la CAF prêts à venir une fois par semaine.',
    ],
    facteursDefavorables: ['Des postes de conseillers numériques financés année après année.'],
    planAction: [
      ['action', 'Ouvrir une permanence commune CAF – CPAM dans chaque ville.'],
      ['action', 'Proposer des ateliers de trois séances, pas plus.'],
    ],
    moyensHumains: [
      ['Trois conseillers numériques.', 3],
      ['Permanences hebdomadaires de la CAF et de la CPAM.', null],
    ],
    moyensFinanciers: ['État (France services), CAF, villes.'],
    lignesBudget: [
      [2025, 'État – conseillers numériques', 'droit-commun', 52_500, 35_000, 35_000],
      [2025, 'Villes', 'droit-commun', 70_000, 70_000, 68_900],
      [2026, 'Villes', 'droit-commun', 85_000, 85_000, null],
    ],
    partenaires: ['boussole', 'caf', 'cpam', 'droits', 'departement', 'tilleul'],
    dispositifs: ['France services'],
    p147: ['1.3 Parentalité et droits sociaux'],
  },
  indicateurs: [
    {
      libelle: 'Accueils sans rendez-vous',
      type: 'realisation',
      nature: 'nombre',
      unite: 'accueils',
      sens: 'hausse',
      maille: 'commune',
      agregation: 'somme',
      resultats: [1],
      reference: { annee: 2024, valeur: 3870 },
      cibles: [
        { annee: 2026, valeur: 6000 },
        { annee: 2027, valeur: 7000 },
        { annee: 2030, valeur: 8000 },
      ],
      valeurs: {
        [COMMUNES.tours]: [1620, 2140, 2390],
        [COMMUNES.saintPierre]: [1310, 1580, 1645],
        [COMMUNES.laRiche]: [940, 1105, 1290],
        [COMMUNES.joue]: [{ absence: 'non-concerne' }, { absence: 'non-concerne' }, { absence: 'non-concerne' }],
      },
    },
    {
      libelle: 'Personnes autonomes après un atelier',
      type: 'resultat',
      nature: 'pourcentage',
      sens: 'hausse',
      maille: 'commune',
      agregation: 'moyenne',
      resultats: [2],
      definition: 'Participants qui refont seuls la démarche travaillée, un mois après.',
      reference: { annee: 2025, valeur: 44 },
      cibles: [
        { annee: 2027, valeur: 55 },
        { annee: 2030, valeur: 65 },
      ],
      valeurs: {
        [COMMUNES.tours]: [{ absence: 'nd' }, 41, 46],
        [COMMUNES.saintPierre]: [{ absence: 'nd' }, 43, null],
        [COMMUNES.laRiche]: [{ absence: 'nd' }, 48, 57],
      },
    },
    {
      libelle: 'Droits ouverts à la suite d’un accueil',
      type: 'impact',
      nature: 'montant',
      sens: 'hausse',
      maille: 'contrat',
      agregation: 'somme',
      resultats: [3],
      definition:
        'Montant annuel des droits ouverts (prime d’activité, complémentaire santé, chèque énergie) grâce à un accueil, d’après les organismes.',
      source: 'CAF Touraine et CPAM',
      responsable: 'caf',
      reference: { annee: 2024, valeur: 318_400 },
      cibles: [
        { annee: 2027, valeur: 600_000 },
        { annee: 2030, valeur: 800_000 },
      ],
      valeurs: {
        contrat: [318_400, 447_950, { absence: 'a-venir', commentaire: 'Chiffre communiqué en mars par la CAF.' }],
      },
    },
  ],
  actions: [
    {
      titre: 'Ouvrir la permanence commune CAF – CPAM',
      pilote: 'CAF Touraine',
      echeance: '2026-02-28',
      statut: 'realisee',
      niveauParticipation: 'aucune',
      etapes: [
        ['La Riche', true],
        ['Saint-Pierre-des-Corps', true],
      ],
    },
    {
      titre: 'Pérenniser les trois conseillers numériques',
      pilote: 'Villes',
      echeance: '2026-10-31',
      statut: 'en-cours',
      niveauParticipation: 'aucune',
      etapes: [
        ['Délibération de La Riche', true],
        ['Délibérations de Tours et de Saint-Pierre-des-Corps', false],
      ],
    },
  ],
  declinaisons: [
    {
      ville: 'laRiche',
      referent: 'thomas',
      statutExecution: 'en-cours',
      meteo: 'soleil',
      modaliteRetenue: 'Accueil sans rendez-vous tous les matins au Tilleul.',
    },
    {
      ville: 'saintPierre',
      referent: 'awa',
      statutExecution: 'en-cours',
      meteo: 'nuage',
      meteoExplication: 'Le financement du conseiller numérique s’arrête en décembre.',
    },
    {
      ville: 'tours',
      referent: 'samira',
      statutExecution: 'en-cours',
      meteo: 'couvert',
      meteoExplication: 'Deux lieux sur trois ouverts.',
    },
  ],
  retouches: [
    {
      champ: 'resultatsAttendus',
      quand: '2026-11-10T09:18:00Z',
      auteur: 'thomas',
      avant: [
        'Une porte ouverte à moins d’un quart d’heure de chaque quartier.',
        'Des personnes plus à l’aise seules.',
      ],
    },
  ],
};
