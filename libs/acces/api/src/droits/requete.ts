import type { Acteur } from '@pleniere/acces/domain';
import { nonConnecte } from '@pleniere/shared/api';
import type { Request } from 'express';

/** An open session: who acts, and the token that their writes must carry. */
export interface SessionOuverte {
  /** Hash under which the session is stored. */
  id: string;
  jetonCsrf: string;
  /** True until the second factor that the contrat asks is set up. */
  secondFacteurDu: boolean;
  acteur: Acteur;
}

/** A request to which the guard has attached the session of its cookie. */
export type RequeteConnectee = Request & { session?: SessionOuverte };

/** The session of a request; throws 401 when it has none. */
export function sessionDe({ session }: RequeteConnectee): SessionOuverte {
  if (!session) throw nonConnecte();
  return session;
}
