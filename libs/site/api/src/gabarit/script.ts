import { createHash } from 'node:crypto';
import { SCRIPT } from './code-du-script';

/** Where the script is read: another address for another script, so that it is kept for a year. */
export const ADRESSE_SCRIPT = `/habitants/page-${createHash('sha256').update(SCRIPT).digest('hex').slice(0, 10)}.js`;
