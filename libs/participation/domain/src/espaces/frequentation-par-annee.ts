import { fidelite, frequentation, type PresencesDeSeance } from '../seances/frequentation';
import type { FrequentationDUneAnnee } from './espace';

/** Attendance year by year, the latest first; a face seen in an earlier year is not a first time. */
export function frequentationParAnnee(toutes: readonly PresencesDeSeance[]): FrequentationDUneAnnee[] {
  const annees = [...new Set(toutes.map(({ date }) => Number(date.slice(0, 4))))].sort((a, b) => b - a);
  return annees.map((annee) => {
    const siennes = toutes.filter(({ date }) => Number(date.slice(0, 4)) === annee);
    const { premieresFois, retours } = fidelite(toutes, { debut: `${annee}-01-01`, fin: `${annee}-12-31` });
    return { annee, ...frequentation(siennes), premieresFois, retours };
  });
}
