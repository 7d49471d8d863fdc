import type { Calcul } from '@pleniere/indicateurs/domain';

/** Over what a value is computed: civil days, both included, and quartiers (null for the whole contrat). */
export interface PerimetreCalcul {
  debut: string;
  fin: string;
  qpvCodes: readonly string[] | null;
}

/** A fact: a row with an id, whose fields are enough to compute again. */
export type Fait = Readonly<Record<string, unknown>> & { readonly id: string };

/** A value with what it takes to believe it: the facts behind it, the version of its formula, and what to hash. */
export interface ValeurCalculee<D = unknown> {
  calcul: Calcul;
  valeur: number | null;
  /** Bounds, where the value is an interval. */
  min: number | null;
  max: number | null;
  numerateur: number | null;
  denominateur: number | null;
  /** Facts that were counted. */
  n: number;
  /** The value in one French sentence. */
  phrase: string;
  /** What goes with it, by computation. */
  details: D;
  /** Ids of the facts, in order. */
  faits: string[];
  formuleVersion: string;
  /** The same facts always give the same text, whatever their order: its SHA-256 is the fingerprint of the value. */
  canonique: string;
}

function ecrire(valeur: unknown): string {
  if (Array.isArray(valeur)) return `[${valeur.map(ecrire).sort().join()}]`;
  if (valeur === null || typeof valeur !== 'object') return JSON.stringify(valeur) ?? 'null';
  const paires = Object.entries(valeur).sort(([une], [autre]) => (une < autre ? -1 : 1));
  return `{${paires.map(([cle, contenu]) => `${JSON.stringify(cle)}:${ecrire(contenu)}`).join()}}`;
}

/** Completes a value with the proof of what it was computed from: facts, perimeter and parameters. Lists inside a fact have no order. */
export function prouver<D>(
  valeur: Pick<ValeurCalculee<D>, 'calcul' | 'valeur' | 'phrase' | 'details'> &
    Partial<Pick<ValeurCalculee<D>, 'min' | 'max' | 'numerateur' | 'denominateur'>>,
  formuleVersion: string,
  parametres: object,
  faits: readonly Fait[],
): ValeurCalculee<D> {
  const lignes = faits.map((fait) => ({ id: fait.id, ligne: ecrire(fait) }));
  lignes.sort((a, b) => Number(a.ligne > b.ligne) - Number(a.ligne < b.ligne));
  return {
    ...{ min: null, max: null, numerateur: null, denominateur: null },
    ...valeur,
    n: faits.length,
    faits: lignes.map(({ id }) => id).sort(),
    formuleVersion,
    canonique: [`${valeur.calcul}/${formuleVersion}`, ecrire(parametres), ...lignes.map(({ ligne }) => ligne)].join(
      '\n',
    ),
  };
}

/** Whether a day and a quartier are within; what has no quartier belongs to the whole contrat alone. */
export function estDansLePerimetre(
  { debut, fin, qpvCodes }: PerimetreCalcul,
  jour: string,
  quartiers: readonly (string | null)[],
): boolean {
  const dedans = qpvCodes === null || quartiers.some((code) => code !== null && qpvCodes.includes(code));
  return dedans && jour >= debut && jour <= fin;
}
