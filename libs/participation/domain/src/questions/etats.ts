import { MOTIFS_REFUS, type MotifRefus } from '../consultation/motifs';

/** Where a question of a resident stands, from the day it is asked to its answer. */
export const ETATS_QUESTION = [
  'posee',
  'recevable',
  'hors-competence',
  'refusee',
  'attribuee',
  'reponse-preparee',
  'reponse-publiee',
  'sans-suite',
  'rattachee',
] as const;
/** Slug of a question's état. */
export type EtatQuestion = (typeof ETATS_QUESTION)[number];

/** French label of each état, for those who answer. */
export const LIBELLES_ETATS_QUESTION: Readonly<Record<EtatQuestion, string>> = {
  posee: 'À modérer',
  recevable: 'À attribuer',
  'hors-competence': 'Orientée',
  refusee: 'Refusée',
  attribuee: 'En attente de réponse',
  'reponse-preparee': 'Réponse à publier',
  'reponse-publiee': 'Réponse publiée',
  'sans-suite': 'Sans suite',
  rattachee: 'Rattachée',
};

/** What the resident reads of the état of their question. */
export const LIBELLES_PUBLICS_QUESTION: Readonly<Record<EtatQuestion, string>> = {
  posee: 'Votre question est bien reçue\u202F; elle va être lue.',
  recevable: 'Votre question est retenue\u202F; nous cherchons qui peut y répondre.',
  'hors-competence': 'Votre question relève d’un autre service\u00A0: nous vous disons lequel.',
  refusee: 'Votre question n’a pas pu être retenue.',
  attribuee: 'Votre question attend la réponse du service concerné.',
  'reponse-preparee': 'La réponse à votre question est en cours de relecture.',
  'reponse-publiee': 'La réponse est publiée.',
  'sans-suite': 'Votre question n’aura pas de réponse\u00A0: nous vous disons pourquoi.',
  rattachee: 'Votre question a déjà été posée\u00A0: elle recevra la même réponse.',
};

/** États in which a service owes an answer by a day. */
export const ETATS_EN_ATTENTE = ['attribuee', 'reponse-preparee'] as const satisfies readonly EtatQuestion[];

/** How a question came: said at a séance, typed by the resident, or taken down by a mediator. */
export const CANAUX_QUESTION = ['seance', 'en-ligne', 'mediateur'] as const;
/** Slug of a canal. */
export type CanalQuestion = (typeof CANAUX_QUESTION)[number];

/** French label of each canal. */
export const LIBELLES_CANAUX_QUESTION: Readonly<Record<CanalQuestion, string>> = {
  seance: 'Posée en séance',
  'en-ligne': 'Posée en ligne',
  mediateur: 'Recueillie par un médiateur',
};

/** Motifs for which a question may be refused; one that was already asked is attached, never refused. */
export const MOTIFS_REFUS_QUESTION = MOTIFS_REFUS.filter(
  (motif): motif is Exclude<MotifRefus, 'doublon-exact'> => motif !== 'doublon-exact',
);
/** Slug of a motif of refusal of a question. */
export type MotifRefusQuestion = (typeof MOTIFS_REFUS_QUESTION)[number];
