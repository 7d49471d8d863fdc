import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** A random key for the cookie of a participant. */
export function nouvelleCle(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database keeps of a key: another one in each consultation, so that two cannot be joined. */
export function empreinteDeCle(consultationId: string, cle: string): string {
  return createHash('sha256').update(`${consultationId} ${cle}`).digest('base64url');
}

/** What an e-mail bears so that any browser reads where a proposition stands: it lets nothing be done. */
export function jetonDeSuivi(secret: Buffer, propositionId: string): string {
  return createHmac('sha256', secret).update(`suivi ${propositionId}`).digest('base64url');
}

/** Whether that token is ours, for this proposition. */
export function suiviValable(secret: Buffer, propositionId: string, jeton: string): boolean {
  return pareils(jetonDeSuivi(secret, propositionId), jeton);
}

function pareils(attendu: string, lu: string): boolean {
  const [attendue, recue] = [Buffer.from(attendu), Buffer.from(lu)];
  return attendue.length === recue.length && timingSafeEqual(attendue, recue);
}

const DUREE_JETON_MS = 24 * 60 * 60 * 1000;

function signer(secret: Buffer, propositionId: string, cle: string, expire: number): string {
  return createHmac('sha256', secret).update(`${propositionId} ${cle} ${expire}`).digest('base64url');
}

/** A token that proves the page of a proposition was given to the holder of a key; good for a day. */
export function jetonDePage(secret: Buffer, propositionId: string, cle: string): string {
  const expire = Date.now() + DUREE_JETON_MS;
  return `${expire}.${signer(secret, propositionId, cle, expire)}`;
}

/** Whether the token is ours, for this proposition and this key, and still fresh. */
export function jetonValable(secret: Buffer, propositionId: string, cle: string, jeton: string): boolean {
  const [expire = '', signature = ''] = jeton.split('.');
  if (!/^\d{13}$/.test(expire) || Number(expire) < Date.now()) return false;
  return pareils(signer(secret, propositionId, cle, Number(expire)), signature);
}
