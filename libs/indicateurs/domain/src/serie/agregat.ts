import type { Agregation } from '../definition/indicateur';

/** A figure made from several territories, with how many of them answered. */
export interface Agregat {
  valeur: number | null;
  renseignes: number;
  attendus: number;
}

/** A number of one territory and its weight; null where one of them is not known. */
export interface NombrePondere {
  nombre: number | null;
  poids: number | null;
}

const ADDITION = (nombres: number[]) => nombres.reduce((somme, nombre) => somme + nombre, 0);

function moyennePonderee(termes: readonly NombrePondere[], attendus: number): Agregat {
  const connus = termes.flatMap(({ nombre, poids }) => (nombre !== null && poids !== null ? [{ nombre, poids }] : []));
  const total = ADDITION(connus.map(({ poids }) => poids));
  const couverture = { renseignes: connus.length, attendus };
  if (total <= 0) return { valeur: null, ...couverture };
  return { valeur: ADDITION(connus.map(({ nombre, poids }) => nombre * (poids / total))), ...couverture };
}

/**
 * Rolls values of several territories up by the indicator's own rule; nothing is added that declares `aucune`, and the
 * coverage (« 9 QPV sur 13 ») always goes with the figure. A weighted mean leaves out the territories without weight.
 */
export function agreger(
  nombres: readonly (number | null)[],
  agregation: Agregation,
  attendus: number,
  poids: readonly (number | null)[] = [],
): Agregat {
  if (agregation === 'moyenne-ponderee') {
    return moyennePonderee(
      nombres.map((nombre, rang) => ({ nombre, poids: poids[rang] ?? null })),
      attendus,
    );
  }
  const connus = nombres.filter((nombre): nombre is number => nombre !== null);
  const couverture = { renseignes: connus.length, attendus };
  if (connus.length === 0 || agregation === 'aucune') return { valeur: null, ...couverture };
  if (agregation === 'somme') return { valeur: ADDITION(connus), ...couverture };
  if (agregation === 'moyenne') return { valeur: ADDITION(connus) / connus.length, ...couverture };
  return { valeur: connus.at(-1) ?? null, ...couverture };
}
