/** What is known of the residents at one séance that was held: a headcount, a roll of pseudonymous keys, or both. */
export interface PresencesDeSeance {
  seanceId: string;
  /** Day of the séance, ISO. */
  date: string;
  /** Residents counted in the room; null when nobody counted. */
  comptes: number | null;
  /** Residents ticked without a key: present, but nobody can tell whether they came before. */
  anonymes: number;
  /** Keys of the residents ticked with one; the same key is the same person, whoever it is. */
  cles: readonly string[];
}

/** « Habitants mobilisés » of a set of séances: three figures that are never added together. */
export interface Frequentation {
  seances: number;
  /** Comings: somebody who came three times counts three. */
  participations: number;
  /** Different people recognised by their key. */
  distinctes: number;
  /** Different people at least and at most: those whom nobody recognised may be the same, or all different. */
  min: number;
  max: number;
}

const cles = (seance: PresencesDeSeance) => new Set(seance.cles);

/** Residents at one séance: the headcount, or the roll when it is longer or nobody counted. */
export function presentsDe(seance: PresencesDeSeance): number {
  return Math.max(seance.comptes ?? 0, cles(seance).size + seance.anonymes);
}

/**
 * Attendance over séances: D people recognised, at least as many as the fullest séance held, at most D with everybody
 * whom no key tells. N_min = max(D, max n_s), N_max = D + Σ(n_s − recognised_s).
 */
export function frequentation(seances: readonly PresencesDeSeance[]): Frequentation {
  const presents = seances.map(presentsDe);
  const participations = presents.reduce((somme, nombre) => somme + nombre, 0);
  const distinctes = new Set(seances.flatMap((seance) => seance.cles)).size;
  const reconnues = seances.reduce((somme, seance) => somme + cles(seance).size, 0);
  return {
    seances: seances.length,
    participations,
    distinctes,
    min: Math.max(distinctes, ...presents),
    max: distinctes + participations - reconnues,
  };
}

/** Among the people recognised in a period: how many came for the first time ever, and how many came back. */
export interface Fidelite {
  distinctes: number;
  premieresFois: number;
  retours: number;
  /** Shares of the distinct people; null when there is none. */
  tauxPremieresFois: number | null;
  tauxRetour: number | null;
}

/**
 * First times and returns (F9): a first time is a person whose first recorded presence falls in the period; a return, a
 * person present at two séances or more of the period. `toutes` holds every séance known, so that an old face stays one.
 */
export function fidelite(
  toutes: readonly PresencesDeSeance[],
  { debut, fin }: { debut: string; fin: string },
): Fidelite {
  const venues = new Map<string, { premiere: string; fois: number }>();
  for (const seance of toutes) {
    const dedans = seance.date >= debut && seance.date <= fin;
    for (const cle of cles(seance)) {
      const { premiere, fois } = venues.get(cle) ?? { premiere: seance.date, fois: 0 };
      const plusTot = seance.date < premiere ? seance.date : premiere;
      venues.set(cle, { premiere: plusTot, fois: fois + (dedans ? 1 : 0) });
    }
  }
  const distinctes = [...venues.values()].filter(({ fois }) => fois > 0);
  const premieresFois = distinctes.filter(({ premiere }) => premiere >= debut).length;
  const retours = distinctes.filter(({ fois }) => fois > 1).length;
  const part = (nombre: number) => (distinctes.length === 0 ? null : nombre / distinctes.length);
  return {
    distinctes: distinctes.length,
    premieresFois,
    retours,
    tauxPremieresFois: part(premieresFois),
    tauxRetour: part(retours),
  };
}
