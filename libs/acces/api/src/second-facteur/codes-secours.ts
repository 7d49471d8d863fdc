import { NOMBRE_CODES_SECOURS } from '@pleniere/acces/domain';
import { randomInt } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { empreinte } from '../session/secrets';
import type { CleCompte } from '../session/sessions';

// Neither 0, 1, l nor o: a code is copied by hand. 16 characters of 32: 80 bits.
const LETTRES = 'abcdefghijkmnpqrstuvwxyz23456789';
const LONGUEUR = 16;

const nouveauCode = (): string =>
  Array.from({ length: LONGUEUR }, () => LETTRES.charAt(randomInt(LETTRES.length)))
    .join('')
    .replace(/(.{4})(?=.)/g, '$1-');

/** What the database keeps of a code; dashes, spaces and capitals make no difference. */
const empreinteCode = ({ compteId }: CleCompte, code: string): string =>
  empreinte(`${compteId} ${code.toLowerCase().replace(/[^a-z0-9]/g, '')}`);

const ECRIRE = `
  insert into code_secours (contrat_id, compte_id, empreinte) select $1, $2, unnest($3::text[])`;

const UTILISER = `
  update code_secours set utilise_le = now()
  where contrat_id = $1 and compte_id = $2 and empreinte = $3 and utilise_le is null
  returning 1`;

/** Gives an account new recovery codes in place of the old ones; they are shown this once. */
export async function donnerCodes(tx: EntityManager, cle: CleCompte): Promise<string[]> {
  const codes = Array.from({ length: NOMBRE_CODES_SECOURS }, nouveauCode);
  const compte = [cle.contratId, cle.compteId];
  await tx.query('delete from code_secours where contrat_id = $1 and compte_id = $2', compte);
  await tx.query(ECRIRE, [...compte, codes.map((code) => empreinteCode(cle, code))]);
  return codes;
}

/** Uses a recovery code; false when it is not one of the account's, or has served. */
export async function utiliserCode(tx: EntityManager, cle: CleCompte, code: string): Promise<boolean> {
  const [, utilises] = await tx.query<[unknown[], number]>(UTILISER, [
    cle.contratId,
    cle.compteId,
    empreinteCode(cle, code),
  ]);
  return utilises === 1;
}
