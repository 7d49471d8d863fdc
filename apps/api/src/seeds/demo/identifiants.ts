import { createHash } from 'node:crypto';

const ESPACE_DE_NOMS = 'pleniere/demo';

/** Stable identifier of a demo object (UUID v5 form): the same key gives the same id on every machine. */
export function id(cle: string): string {
  const octets = createHash('sha1').update(`${ESPACE_DE_NOMS}/${cle}`).digest().subarray(0, 16);
  octets.writeUInt8((octets.readUInt8(6) & 0x0f) | 0x50, 6);
  octets.writeUInt8((octets.readUInt8(8) & 0x3f) | 0x80, 8);
  return octets.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
