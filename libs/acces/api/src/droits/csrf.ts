import { interdit } from '@pleniere/shared/api';
import type { Request } from 'express';
import { timingSafeEqual } from 'node:crypto';

const LECTURES = ['GET', 'HEAD', 'OPTIONS'];

/** Refuses a write that the browser says another site has sent, even where no session is needed. */
export function verifierOrigine(requete: Request): void {
  if (LECTURES.includes(requete.method)) return;
  if (requete.headers['sec-fetch-site'] === 'cross-site') throw interdit('Cette demande vient d’un autre site.');
}

/** Refuses a write that does not carry the token of the session: only our own pages can read it. */
export function verifierJetonCsrf(requete: Request, attendu: string): void {
  if (LECTURES.includes(requete.method)) return;
  const recu = Buffer.from(requete.get('X-XSRF-TOKEN') ?? '');
  const jeton = Buffer.from(attendu);
  if (recu.length !== jeton.length || !timingSafeEqual(recu, jeton)) {
    throw interdit('Le jeton de sécurité manque ou n’est plus valable : rechargez la page.');
  }
}
