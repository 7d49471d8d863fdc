import type { EtapeLien } from '../indicateurs-calcules/actions';
import type { NiveauParticipation } from '../seances/mots-seance';
import type { LienContribution } from './lien';

/** What shows that residents weighed in an action: what they said, and at which stage. */
export interface PreuveDeNiveau {
  id: string;
  source: Pick<LienContribution['source'], 'sorte' | 'id' | 'libelle' | 'date' | 'consultationId'>;
  etape: EtapeLien;
  /** Why it proves nothing yet; null when it does. */
  reserve: string | null;
}

/** How far residents are said to weigh in an action, and what proves it. */
export interface NiveauDAction {
  id: string;
  titre: string;
  niveau: NiveauParticipation;
  fiche: { id: string; code: string; titre: string };
  preuves: PreuveDeNiveau[];
}

/** How far they weighed at a séance, with the reason of whoever led it. */
export interface NiveauDeSeance {
  id: string;
  espace: string;
  date: string;
  niveau: NiveauParticipation;
  justification: string;
}

/** « Modéliser les niveaux de participation » (fiche T 1.1): those that were told, each with what it rests on. */
export interface NiveauxDits {
  actions: NiveauDAction[];
  seances: NiveauDeSeance[];
}

/** True when something proves the level of an action. */
export function estProuve({ preuves }: Pick<NiveauDAction, 'preuves'>): boolean {
  return preuves.some(({ reserve }) => reserve === null);
}
