import { joursEntre } from '../questions/echeance';
import { DELAI_COMPTE_RENDU, estTenue } from '../seances/circuit-seance';
import type { SeanceDialogueResume } from './seance-dialogue';

/** What a séance still owes its residents. */
export type ACompleter = 'issue' | 'presences' | 'compte-rendu' | 'niveau';

/** French words of what is missing. */
export const LIBELLES_A_COMPLETER: Readonly<Record<ACompleter, string>> = {
  issue: 'dire si elle s’est tenue',
  presences: 'compter les présents',
  'compte-rendu': 'publier le compte rendu',
  niveau: 'dire le niveau de participation',
};

type Suivie = Pick<
  SeanceDialogueResume,
  'date' | 'statut' | 'presents' | 'compteRenduPublieLe' | 'niveauParticipation'
>;

/** True when the séance is still expected. */
export function estAVenir({ statut }: Pick<Suivie, 'statut'>): boolean {
  return statut === 'planifiee' || statut === 'annoncee';
}

/** What is missing of a séance on a day (ISO, Paris), the most pressing first. */
export function aCompleter(seance: Suivie, jour: string): ACompleter[] {
  if (estAVenir(seance)) return seance.date < jour ? ['issue'] : [];
  if (!estTenue(seance.statut) || seance.statut === 'close') return [];
  return [
    ...(seance.presents === null ? (['presences'] as const) : []),
    ...(seance.compteRenduPublieLe === null ? (['compte-rendu'] as const) : []),
    ...(seance.niveauParticipation === null ? (['niveau'] as const) : []),
  ];
}

/** Days left to publish the compte rendu, negative once it is late; null when none is expected. */
export function joursPourLeCompteRendu(seance: Suivie, jour: string): number | null {
  if (!aCompleter(seance, jour).includes('compte-rendu')) return null;
  return DELAI_COMPTE_RENDU - joursEntre(seance.date, jour);
}
