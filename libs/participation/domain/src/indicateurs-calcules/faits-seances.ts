import { estTenue } from '../seances/circuit-seance';
import type { PresencesDeSeance } from '../seances/frequentation';
import type { GenreDeclare, Sollicitation, TrancheAge } from '../seances/mots-seance';
import type { SeanceDatee } from '../seances/rythme';
import { estDansLePerimetre, type Fait, type PerimetreCalcul } from './valeur-calculee';

/** What a resident said of themselves at a séance; each may be unsaid. */
export interface ProfilPresent {
  trancheAge: TrancheAge | null;
  genre: GenreDeclare | null;
  qpvCode: string | null;
}

/** A séance of an espace de dialogue, with the residents who came: those of the other roles are not « habitants ». */
export interface FaitSeance extends Omit<PresencesDeSeance, 'seanceId'>, SeanceDatee {
  id: string;
  espaceId: string;
  qpvCode: string | null;
  sollicitations: readonly Sollicitation[];
  profils: readonly ProfilPresent[];
}

/** The same séance as the attendance reads it. */
export function presencesDe(seance: FaitSeance): PresencesDeSeance {
  return { ...seance, seanceId: seance.id };
}

/** The same row as a fact to prove with. */
export function enFait<T extends { id: string }>(ligne: T): Fait {
  return { ...ligne };
}

/** Séances of a perimeter, whatever became of them. */
export function seancesDu(perimetre: PerimetreCalcul, seances: readonly FaitSeance[]): FaitSeance[] {
  return seances.filter(({ date, qpvCode }) => estDansLePerimetre(perimetre, date, [qpvCode]));
}

/** Those of them that took place: the only ones that count. */
export function tenuesDu(perimetre: PerimetreCalcul, seances: readonly FaitSeance[]): FaitSeance[] {
  return seancesDu(perimetre, seances).filter(({ statut }) => estTenue(statut));
}
