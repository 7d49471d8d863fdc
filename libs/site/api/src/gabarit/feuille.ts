import { createHash } from 'node:crypto';
import { FEUILLE } from './feuille.css';

/** Where the style sheet is read: another address for other styles, so that it is kept for a year. */
export const ADRESSE_FEUILLE = `/habitants/feuille-${createHash('sha256').update(FEUILLE).digest('hex').slice(0, 10)}.css`;
