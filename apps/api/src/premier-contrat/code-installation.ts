import { createHash, randomInt } from 'node:crypto';
import type { DataSource } from 'typeorm';

// Neither 0 and O nor 1, I and L: the code is copied by hand. 31^12: guessing is hopeless.
const SIGNES = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const LONGUEUR = 12;

const PROPOSER = `
  insert into installation (code_sha256)
  select $1 where not exists (select from contrat)
  on conflict (seule) do update set code_sha256 = excluded.code_sha256, cree_le = now()
  returning seule`;

/** What is compared of a code, however it was typed. */
export function empreinteDuCode(code: string): Buffer {
  return createHash('sha256')
    .update(code.toUpperCase().replace(/[^A-Z0-9]/g, ''))
    .digest();
}

/** A new code while there is no contrat yet, « ABCD-EFGH-JKMN »; null once there is one. */
export async function proposerCode(source: DataSource): Promise<string | null> {
  const code = Array.from({ length: LONGUEUR }, () => SIGNES[randomInt(SIGNES.length)]).join('');
  const lignes = await source.query<unknown[]>(PROPOSER, [empreinteDuCode(code)]);
  return lignes.length > 0 ? code.replace(/(.{4})(?=.)/g, '$1-') : null;
}
