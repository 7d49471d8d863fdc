/** A delay in days: ended by its event, or still running when we look (« censored »). */
export interface Delai {
  jours: number;
  termine: boolean;
}

/** A step of the survival curve: share that still waits just after so many days. */
export interface PasDeSurvie {
  jours: number;
  part: number;
}

/** Survival curve (Kaplan & Meier 1958): those who still wait count as long as they have waited, and no longer. */
export function courbeDeSurvie(delais: readonly Delai[]): PasDeSurvie[] {
  const jours = [...new Set(delais.filter(({ termine }) => termine).map((delai) => delai.jours))].sort((a, b) => a - b);
  let part = 1;
  return jours.map((jour) => {
    const exposes = delais.filter((delai) => delai.jours >= jour).length;
    const termines = delais.filter((delai) => delai.termine && delai.jours === jour).length;
    part *= 1 - termines / exposes;
    return { jours: jour, part };
  });
}

/** Days after which half have ended, those who still wait included; null while fewer than half have. */
export function delaiMedian(delais: readonly Delai[]): number | null {
  // A product of fractions may miss one half by a hair.
  return courbeDeSurvie(delais).find(({ part }) => part <= 0.5 + 1e-12)?.jours ?? null;
}
