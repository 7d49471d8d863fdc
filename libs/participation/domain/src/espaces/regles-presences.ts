import type { Refus } from '@pleniere/shared/domain';
import type { SeanceDialogueResume } from './seance-dialogue';

/** The sentence put to the residents at the end of a séance; its answers compare only while it stays the same. */
export const QUESTION_RESSENTI = 'Ce soir, avez-vous été écouté\u202F?';

type Vue = Pick<SeanceDialogueResume, 'statut' | 'date'>;

/** Why nobody is counted at a séance, or no longer is; null when somebody may be. */
export function refusComptage({ statut }: Pick<Vue, 'statut'>): Refus {
  if (statut === 'annulee' || statut === 'reportee')
    return 'Cette séance n’a pas eu lieu\u00A0: personne n’y est compté.';
  return statut === 'close' ? 'Cette séance est close\u00A0: ses présences ne changent plus.' : null;
}

/** True from the day of a séance until its compte rendu is published: phones in the room may declare a presence. */
export function emargementOuvert({ statut, date }: Vue, jour: string): boolean {
  return date <= jour && (statut === 'planifiee' || statut === 'annoncee' || statut === 'tenue');
}
