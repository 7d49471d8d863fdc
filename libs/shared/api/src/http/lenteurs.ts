import type { NextFunction, Request, Response } from 'express';

/** How long a connection may take over what it owes (ms). */
export const DELAIS = {
  /** To send the headers of a request. */
  entetes: 10_000,
  /** Between two pieces of a body. */
  silence: 10_000,
  /** To send a whole request: an attachment over a slow line. */
  demande: 300_000,
  /** To take something of an answer that waits. */
  lecture: 120_000,
  /** Idle between two requests: longer than a proxy keeps a connection, so that it is never closed under a request. */
  repos: 75_000,
} as const;

/** How often connections are looked at (ms). */
export const CONTROLE_MS = 2_000;

/** Closes a connection that falls silent in the middle of a body, or that does not read its answer. */
export function surveillerLenteurs(requete: Request, _reponse: Response, suite: NextFunction): void {
  const attendu = requete.headers['transfer-encoding'] !== undefined || Number(requete.headers['content-length']) > 0;
  requete.socket.setTimeout(attendu ? DELAIS.silence : DELAIS.lecture);
  if (attendu) requete.once('end', () => requete.socket.setTimeout(DELAIS.lecture));
  suite();
}
