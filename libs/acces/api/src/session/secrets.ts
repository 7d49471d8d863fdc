import { createHash, randomBytes } from 'node:crypto';

/** What the browser receives of a new session. */
export interface SecretsDeSession {
  secret: string;
  jetonCsrf: string;
}

/** An unguessable value (256 bits) to hand out once: session id, CSRF token, activation link. */
export function nouveauSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database keeps of a secret, so that reading the database gives no session. */
export function empreinte(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
