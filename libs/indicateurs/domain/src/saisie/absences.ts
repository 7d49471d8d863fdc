import { sansAccents } from '@pleniere/shared/domain';
import type { Absence } from './valeur';

const ABSENCES_ECRITES: Readonly<Record<string, Absence>> = {
  nd: 'nd',
  'n.d.': 'nd',
  'n/d': 'nd',
  'non disponible': 'nd',
  nc: 'non-concerne',
  'n.c.': 'non-concerne',
  'non concerne': 'non-concerne',
  'sans objet': 'non-concerne',
  s: 'secret',
  secret: 'secret',
  'a venir': 'a-venir',
};

/** The absence that a text stands for: « nd », « non concerné », « s », « à venir »; null when it says something else. */
export function lireAbsence(texte: string): Absence | null {
  const cle = sansAccents(texte.trim());
  return Object.hasOwn(ABSENCES_ECRITES, cle) ? (ABSENCES_ECRITES[cle] ?? null) : null;
}
