import type { Role } from '@pleniere/acces/domain';
import type { Refus } from '@pleniere/shared/domain';

/** A person known to the contrat; only professional data. The e-mail is needed to open an account. */
export interface Personne {
  id: string;
  version: number;
  nom: string;
  fonction: string;
  email: string | null;
  /** State of the account: none, invited (activation link not used yet), active. */
  compte: 'aucun' | 'invite' | 'actif';
  /** Moment (ISO) after which the activation link is worth nothing; null when none is waiting. */
  invitationExpire: string | null;
  mandats: Mandat[];
}

/** What is typed to create or change a person. */
export type PersonneSaisie = Pick<Personne, 'nom' | 'fonction' | 'email'>;

/** Link that opens an account: sent to the person, and shown this once to whoever invites. */
export interface InvitationEnvoyee {
  /** `/activation/<jeton>`, on this site. */
  lien: string;
  /** Moment after which it is worth nothing, ISO. */
  expire: string;
  /** False when no mail server is set: the link is then to hand over. */
  envoyee: boolean;
}

/** Function held for an organisation over a period (ISO dates, `au` null while it lasts); it gives the role. */
export interface Mandat {
  id: string;
  version: number;
  personneId: string;
  organisation: { id: string; nom: string };
  role: Role;
  du: string;
  au: string | null;
}

/** What is typed to create or change a mandat. */
export interface MandatSaisie {
  personneId: string;
  organisationId: string;
  role: Role;
  du: string;
  au: string | null;
}

/** Limits shared by the form and the API. */
export const LIMITES_PERSONNE = { nom: 120, fonction: 160, email: 254 } as const;

/** A mandat does not end before it begins. */
export function verifierPeriode({ du, au }: Pick<Mandat, 'du' | 'au'>): Refus {
  return au && au < du ? 'La fin du mandat précède son début.' : null;
}
