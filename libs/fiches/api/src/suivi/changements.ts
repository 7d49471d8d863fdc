import type { EntreeAInscrire } from '@pleniere/acces/api';
import { isDeepStrictEqual } from 'node:util';

/** What truly changes between a stored object and the parts that are asked, as plain JSON. */
export function changementsDe<T extends object>(actuel: T, demande: Partial<T>): Partial<T> {
  const simple = JSON.parse(JSON.stringify(demande)) as Partial<T>;
  const cles = Object.keys(simple) as (keyof T)[];
  return Object.fromEntries(
    cles.filter((cle) => !isDeepStrictEqual(actuel[cle], simple[cle])).map((cle) => [cle, simple[cle]]),
  ) as Partial<T>;
}

/** One entry of the journal for each part that changes. */
export function entreesDe<T extends object>(
  objet: { objet: string; objetId: string; ficheId: string },
  actuel: T,
  changements: Partial<T>,
): EntreeAInscrire[] {
  return (Object.keys(changements) as (keyof T & string)[]).map((champ) => ({
    ...objet,
    champ,
    avant: actuel[champ],
    apres: changements[champ],
  }));
}
