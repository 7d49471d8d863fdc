/** One refused part of a request: JSON pointer (RFC 6901) into the body, and the reason in French. */
export interface ErreurDeChamp {
  pointer: string;
  detail: string;
}

/**
 * Problem document of RFC 9457 (`application/problem+json`). `title` says what happened, `detail` what was kept and what
 * to do next; both are French and shown to the user as they are.
 */
export interface Probleme {
  type: string;
  status: number;
  title: string;
  detail?: string;
  errors?: ErreurDeChamp[];
  /** Current state of the resource, sent with a conflict so that both texts can be shown. */
  actuel?: unknown;
}

/** Outcome of a pure rule: `null` when it holds, otherwise the reason in French that screen and API both show. */
export type Refus = string | null;
