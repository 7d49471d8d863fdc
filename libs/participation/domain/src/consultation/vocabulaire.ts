/** Where a consultation stands: told by the act of the team and the server's clock, never typed. */
export const STATUTS_CONSULTATION = [
  'brouillon',
  'programmee',
  'ouverte',
  'vote-seul',
  'close',
  'analyse',
  'restituee',
  'suites',
  'archivee',
  'suspendue',
  'annulee',
] as const;
/** Slug of the statut of a consultation. */
export type StatutConsultation = (typeof STATUTS_CONSULTATION)[number];

/** The act of the team that the database keeps; `publiee` is told in four statuts by the clock. */
export const ETAPES_CONSULTATION = ['brouillon', 'publiee', 'analyse', 'restituee', 'suites', 'archivee'] as const;
/** Slug of an étape. */
export type EtapeConsultation = (typeof ETAPES_CONSULTATION)[number];

/** Where a proposition stands. */
export const ETATS_PROPOSITION = ['en-attente', 'acceptee', 'refusee', 'reportee', 'retiree', 'rattachee'] as const;
/** Slug of the état of a proposition. */
export type EtatProposition = (typeof ETATS_PROPOSITION)[number];

/** Why somebody reports a proposition. */
export const MOTIFS_SIGNALEMENT = ['illicite', 'injures', 'donnees-personnelles', 'hors-sujet', 'publicite'] as const;
/** Slug of a motif of report. */
export type MotifSignalement = (typeof MOTIFS_SIGNALEMENT)[number];

/** How a participant came. */
export const CANAUX_PARTICIPANT = ['web', 'borne', 'papier', 'mediateur'] as const;
/** Slug of a canal. */
export type CanalParticipant = (typeof CANAUX_PARTICIPANT)[number];

/** What it takes to take part. */
export const EXIGENCES_CONSULTATION = ['anonyme', 'code-habitant'] as const;
/** Slug of an exigence. */
export type ExigenceConsultation = (typeof EXIGENCES_CONSULTATION)[number];

/** A vote: +1 d’accord, −1 pas d’accord, 0 neutre. */
export type ValeurVote = 1 | 0 | -1;

/** Qualifications that go with each vote; several may be given, once the vote is. */
export const QUALIFICATIONS = {
  '1': ['coup-de-coeur', 'realiste', 'banalite'],
  '-1': ['surtout-pas', 'infaisable', 'banalite'],
  '0': ['pas-compris', 'pas-d-avis', 'indifferent'],
} as const;
/** Slug of a qualification. */
export type Qualification = (typeof QUALIFICATIONS)[keyof typeof QUALIFICATIONS][number];

/** What the contrat decides of an idea. */
export const VERDICTS_IDEE = ['retenue', 'a-l-etude', 'non-retenue'] as const;
/** Slug of a verdict. */
export type VerdictIdee = (typeof VERDICTS_IDEE)[number];

/** Where a candidature to a call for projects stands. */
export const STATUTS_CANDIDATURE = ['deposee', 'recevable', 'irrecevable', 'laureate', 'non-retenue'] as const;
/** Slug of the statut of a candidature. */
export type StatutCandidature = (typeof STATUTS_CANDIDATURE)[number];
