import { HttpContextToken } from '@angular/common/http';
import type { Probleme } from '@pleniere/shared/domain';
import { lireProbleme } from '@pleniere/shared/ui';
import { TimeoutError } from 'rxjs';
import type { Identite } from './proprietaire';

/**
 * One write that may wait for the network. `cle` is a UUID made on this device and is the id of the row that is
 * written: `PUT /…/{cle}` inserts it, and answers with the row as it stands when it is already there, so that a write
 * whose answer was lost may be sent again. Anything else carries the version it starts from.
 */
export interface Envoi {
  cle: string;
  methode: 'PUT' | 'PATCH';
  adresse: string;
  corps: unknown;
  /** Version read, sent as `If-Match`; null for a new row. */
  version: number | null;
  /** What was typed, in words, for the person to find it again if it is refused. */
  quoi: string;
}

/** A write as the device keeps it until the server has it. */
export interface EnvoiGarde extends Envoi, Identite {
  /** When it was typed, ISO. */
  quand: string;
  /** Rank in the queue. */
  ordre: number;
  /** Why the server did not take it; null while it has not been sent. */
  refus: Probleme | null;
}

/** What to do after a write that failed. */
export type Suite = 'reseau' | 'connexion' | 'plus-tard' | 'refus';

const PLUS_TARD = new Set([408, 425, 429, 502, 503, 504]);

/** True on a request that must not send the person to the login page when the session has ended. */
export const SANS_RENVOI = new HttpContextToken(() => false);

/** Header that names the person who typed: the API refuses a write whose session is somebody else's. */
export const ENTETE_AUTEUR = 'X-Auteur';

/** Whether a failed write waits for the network, for a login, for a better moment, or is refused for good. */
export function suiteDe(erreur: unknown): Suite {
  if (erreur instanceof TimeoutError) return 'reseau';
  const { status } = lireProbleme(erreur);
  if (status === 0) return 'reseau';
  if (status === 401) return 'connexion';
  return PLUS_TARD.has(status) ? 'plus-tard' : 'refus';
}
