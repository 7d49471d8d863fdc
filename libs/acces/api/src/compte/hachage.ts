import { hash, verify } from '@node-rs/argon2';

// OWASP's first recommendation for argon2id; the hash carries its settings, so they can rise later.
const REGLAGES = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

let leurre: Promise<string> | undefined;

/** Hash (argon2id) under which a password is kept. */
export function hacherMotDePasse(motDePasse: string): Promise<string> {
  return hash(motDePasse, REGLAGES);
}

/** True when the password is the account's. Costs the same without an account, so that time tells nothing. */
export async function verifierHachage(hachage: string | null, motDePasse: string): Promise<boolean> {
  leurre ??= hacherMotDePasse('aucun compte');
  const juste = await verify(hachage ?? (await leurre), motDePasse);
  return juste && hachage !== null;
}
