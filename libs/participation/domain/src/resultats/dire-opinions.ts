import { accorder } from '@pleniere/shared/domain';
import type { AvisDeGroupe } from '../formules/groupes';
import { enPourcent } from './seuils';

/** « groupe A », within a sentence: a letter, because only its members know what they have in common. */
export function leGroupe(rang: number): string {
  return `groupe ${String.fromCharCode(65 + rang)}`;
}

/** « Groupe A », where nothing comes before. */
export function nomDuGroupe(rang: number): string {
  return leGroupe(rang).replace('g', 'G');
}

/** « 82 % de 74 votes »; not shown under eleven votes. */
export function direAvis(avis: AvisDeGroupe | null): string {
  if (avis === null) return 'non montré';
  return `${enPourcent(avis.pour / avis.vus)} de ${accorder(avis.vus, 'vote')}`;
}
