import type { NextFunction, Request, Response } from 'express';
import { randomUUID } from 'node:crypto';

/** Numbers each request before anything may refuse it: its answer, its problem and its logs carry the same id. */
export function numeroterDemande(requete: Request & { id?: string }, reponse: Response, suite: NextFunction): void {
  requete.id = randomUUID();
  reponse.setHeader('X-Request-Id', requete.id);
  suite();
}
