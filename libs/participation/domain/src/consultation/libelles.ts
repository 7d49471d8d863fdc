import type {
  EtatProposition,
  ExigenceConsultation,
  Qualification,
  StatutConsultation,
  ValeurVote,
  VerdictIdee,
} from './vocabulaire';

/** French label of each statut of a consultation. */
export const LIBELLES_STATUTS_CONSULTATION: Readonly<Record<StatutConsultation, string>> = {
  brouillon: 'En préparation',
  programmee: 'À venir',
  ouverte: 'Ouverte',
  'vote-seul': 'Derniers votes',
  close: 'Terminée',
  analyse: 'Résultats en préparation',
  restituee: 'Résultats publiés',
  suites: 'Suites en cours',
  archivee: 'Archivée',
  suspendue: 'Suspendue',
  annulee: 'Annulée',
};

/** French label of each état of a proposition. */
export const LIBELLES_ETATS_PROPOSITION: Readonly<Record<EtatProposition, string>> = {
  'en-attente': 'En attente de relecture',
  acceptee: 'Publiée',
  refusee: 'Refusée',
  reportee: 'Mise de côté',
  retiree: 'Retirée par son auteur',
  rattachee: 'Rattachée à une idée',
};

/** French label of each vote. */
export const LIBELLES_VOTES: Readonly<Record<`${ValeurVote}`, string>> = {
  '1': 'D’accord',
  '-1': 'Pas d’accord',
  '0': 'Neutre',
};

/** French label of each qualification. */
export const LIBELLES_QUALIFICATIONS: Readonly<Record<Qualification, string>> = {
  'coup-de-coeur': 'Coup de cœur',
  realiste: 'Réaliste',
  banalite: 'Banalité',
  'surtout-pas': 'Surtout pas\u202F!',
  infaisable: 'Infaisable',
  'pas-compris': 'Pas compris',
  'pas-d-avis': 'Pas d’avis',
  indifferent: 'Indifférent',
};

/** French label of what it takes to take part. */
export const LIBELLES_EXIGENCES: Readonly<Record<ExigenceConsultation, string>> = {
  anonyme: 'Ouverte à tous, sans compte',
  'code-habitant': 'Avec le code distribué aux habitants',
};

/** French label of each verdict. */
export const LIBELLES_VERDICTS: Readonly<Record<VerdictIdee, string>> = {
  retenue: 'Retenue',
  'a-l-etude': 'À l’étude',
  'non-retenue': 'Non retenue',
};
