import type { StatutFil, VisibiliteFil } from './fil';
import type { StatutPrecision } from './precision';

/** Who reads a thread, in words: one chooses by them. */
export const LIBELLES_VISIBILITES_FIL: Readonly<Record<VisibiliteFil, { court: string; long: string }>> = {
  equipe: { court: 'Équipe seule', long: 'L’équipe du contrat de ville, et personne d’autre' },
  etat: { court: 'Équipe et État', long: 'L’équipe et les délégués du préfet' },
  tous: {
    court: 'Tous ceux qui y travaillent',
    long: 'Équipe, référents, délégués et contributeurs\u202F; jamais le public',
  },
};

/** French label of each state of a thread. */
export const LIBELLES_STATUTS_FIL: Readonly<Record<StatutFil, string>> = { ouvert: 'Ouvert', resolu: 'Résolu' };

/** French label of each state of a demande de précision. */
export const LIBELLES_STATUTS_PRECISION: Readonly<Record<StatutPrecision, string>> = {
  ouverte: 'Réponse attendue',
  repondue: 'Répondue',
  close: 'Close',
};
