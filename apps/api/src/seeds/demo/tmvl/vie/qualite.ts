import type { ContestationDemo, PieceDemo } from '../../modele';
import { Q } from '../territoires';

/** Values of T 1.1 that the State contests: one waits for the team, the other was declined. */
export const CONTESTATIONS_TMVL: readonly ContestationDemo[] = [
  {
    fiche: 'T1.1',
    indicateur: 3,
    annee: 2026,
    territoire: Q.fontaines,
    contestee: 85,
    proposee: 97,
    motif:
      'La feuille de comptage perdue était celle du 3 octobre : l’animatrice du centre social en a gardé une photo, avec douze personnes.',
    source: 'Photo de la feuille du 3 octobre 2026, centre social des Fontaines',
    auteur: 'helene',
    ouverteLe: '2026-11-18T09:20:00Z',
  },
  {
    fiche: 'T1.1',
    indicateur: 2,
    annee: 2026,
    territoire: Q.rabaterie,
    contestee: 6,
    proposee: 8,
    motif: 'Deux rencontres de locataires tenues en juin ne figurent pas dans l’agenda.',
    source: 'Comptes rendus du bailleur',
    auteur: 'helene',
    ouverteLe: '2026-11-16T14:05:00Z',
    decision: {
      statut: 'refusee',
      reponse:
        'Ces deux rencontres étaient réservées aux locataires d’un immeuble : la définition ne retient que les séances ouvertes à tous.',
      par: 'mathis',
      le: '2026-11-19T10:40:00Z',
    },
  },
];

/** Two files that support values of T 1.1; people signed the first. */
export const PIECES_TMVL: readonly PieceDemo[] = [
  {
    fiche: 'T1.1',
    indicateur: 3,
    annee: 2026,
    territoire: Q.rabiere,
    nom: 'feuille-de-comptage-rabiere-2026-09-24.pdf',
    donneesPersonnelles: true,
    auteur: 'julien',
    ajouteeLe: '2026-11-13T08:45:00Z',
    pdf: [
      'Espace de dialogue de la Rabière',
      'Feuille de comptage du 24 septembre 2026',
      '31 participations : 18 femmes, 13 hommes',
      'Signatures des deux animatrices : document d’exemple',
    ],
  },
  {
    fiche: 'T1.1',
    indicateur: 3,
    annee: 2026,
    territoire: Q.sanitas,
    nom: 'participations-sanitas-2026.csv',
    donneesPersonnelles: false,
    auteur: 'samira',
    ajouteeLe: '2026-11-13T09:10:00Z',
    texte: [
      'date;lieu;participations;dont femmes',
      '14/03/2026;Centre de vie du Sanitas;62;38',
      '23/05/2026;Marche exploratoire;24;19',
      '19/09/2026;Mail;181;104',
      '13/11/2026;Centre de vie du Sanitas;128;80',
    ],
  },
];
