import { Injectable } from '@nestjs/common';
import { Config } from '@pleniere/shared/api';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const MARQUE = 'aes-256-gcm:';
const IV = 12;
const SCEAU = 16;

/**
 * Seals what the database must hold and nobody must read there (AES-256-GCM, key of the settings). Without a key the
 * text stays as it is; what was kept so still opens once a key is set.
 */
@Injectable()
export class Coffre {
  private readonly cle: Buffer | null;

  constructor({ cleSecrets }: Config) {
    this.cle = cleSecrets === null ? null : Buffer.from(cleSecrets, 'hex');
  }

  sceller(texte: string): string {
    if (this.cle === null) return texte;
    const iv = randomBytes(IV);
    const chiffre = createCipheriv('aes-256-gcm', this.cle, iv);
    const corps = Buffer.concat([chiffre.update(texte, 'utf8'), chiffre.final()]);
    return MARQUE + Buffer.concat([iv, chiffre.getAuthTag(), corps]).toString('base64');
  }

  /** Throws when the text was sealed by another key, or changed. */
  ouvrir(scelle: string): string {
    if (!scelle.startsWith(MARQUE)) return scelle;
    if (this.cle === null) throw new Error('CLE_SECRETS is missing: what it sealed cannot be opened');
    const octets = Buffer.from(scelle.slice(MARQUE.length), 'base64');
    const dechiffre = createDecipheriv('aes-256-gcm', this.cle, octets.subarray(0, IV));
    dechiffre.setAuthTag(octets.subarray(IV, IV + SCEAU));
    return Buffer.concat([dechiffre.update(octets.subarray(IV + SCEAU)), dechiffre.final()]).toString('utf8');
  }
}
