import { joursEntre } from '../questions/echeance';
import { DELAI_COMPTE_RENDU, estTenue, type StatutSeance } from './circuit-seance';

/** What the rhythm of an espace is read from. */
export interface SeanceDatee {
  date: string;
  statut: StatutSeance;
  compteRenduPublieLe: string | null;
}

/** How often an espace meets, over a period. */
export interface Rythme {
  tenues: number;
  annulees: number;
  parMois: number;
  /** Median of the days between two séances; null under two. */
  intervalleMedian: number | null;
  /** Longest stretch of days without a séance, up to today or to the end of the period; null when none was held. */
  plusLongSilence: number | null;
  /** Held / (held + cancelled); null when neither. */
  tauxTenue: number | null;
  /** Share of the held ones with a compte rendu within twenty-one days, among those old enough to owe one. */
  tauxCompteRendu: number | null;
}

const JOURS_PAR_MOIS = 365.25 / 12;

/** Middle value, or the mean of both middle ones; null of nothing. */
export function mediane(nombres: readonly number[]): number | null {
  const tries = [...nombres].sort((a, b) => a - b);
  const milieu = tries.length / 2;
  const haute = tries[Math.floor(milieu)];
  const basse = tries[Math.ceil(milieu) - 1];
  return haute === undefined || basse === undefined ? null : (basse + haute) / 2;
}

/** Days between one day and the next, in order. */
export function intervalles(jours: readonly string[]): number[] {
  const tries = [...jours].sort();
  return tries.slice(1).map((jour, rang) => joursEntre(tries[rang] ?? jour, jour));
}

const part = (nombre: number, sur: number) => (sur === 0 ? null : nombre / sur);

/** Rhythm of one espace over a period whose end is not after today; over several, merge the intervals, never the medians. */
export function rythme(seances: readonly SeanceDatee[], { debut, fin }: { debut: string; fin: string }): Rythme {
  const siennes = seances.filter(({ date }) => date >= debut && date <= fin);
  const tenues = siennes.filter(({ statut }) => estTenue(statut));
  const annulees = siennes.filter(({ statut }) => statut === 'annulee').length;
  const jours = tenues.map(({ date }) => date);
  const dues = tenues.filter(
    ({ date, compteRenduPublieLe }) => compteRenduPublieLe !== null || joursEntre(date, fin) > DELAI_COMPTE_RENDU,
  );
  const aTemps = dues.filter(
    ({ date, compteRenduPublieLe }) =>
      compteRenduPublieLe !== null && joursEntre(date, compteRenduPublieLe) <= DELAI_COMPTE_RENDU,
  );
  return {
    tenues: tenues.length,
    annulees,
    parMois: tenues.length / Math.max(1, (joursEntre(debut, fin) + 1) / JOURS_PAR_MOIS),
    intervalleMedian: mediane(intervalles(jours)),
    plusLongSilence: jours.length === 0 ? null : Math.max(...intervalles([...jours, fin])),
    tauxTenue: part(tenues.length, tenues.length + annulees),
    tauxCompteRendu: part(aTemps.length, dues.length),
  };
}
