import { direAppareil, tronquerAdresse } from '@pleniere/acces/domain';
import type { Request } from 'express';

/** Where a log-in comes from, as far as the log keeps it: a device in words, a truncated network. */
export interface Origine {
  appareil: string;
  reseau: string;
}

/** Where a request comes from. */
export function origineDe(requete: Request): Origine {
  return { appareil: direAppareil(requete.get('user-agent') ?? ''), reseau: tronquerAdresse(requete.ip ?? '') };
}
