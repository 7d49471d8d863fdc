import type { Agregation } from '../definition/indicateur';

/** A figure made from several territories, with how many of them answered. */
export interface Agregat {
  valeur: number | null;
  renseignes: number;
  attendus: number;
}

const MOYENNE = (nombres: number[]) => nombres.reduce((somme, nombre) => somme + nombre, 0) / nombres.length;

/**
 * Rolls values of several territories up by the indicator's own rule; nothing is added that declares `aucune`, and the
 * coverage (« 9 QPV sur 13 ») always goes with the figure.
 */
export function agreger(nombres: readonly (number | null)[], agregation: Agregation, attendus: number): Agregat {
  const connus = nombres.filter((nombre): nombre is number => nombre !== null);
  const couverture = { renseignes: connus.length, attendus };
  if (connus.length === 0 || agregation === 'aucune') return { valeur: null, ...couverture };
  if (agregation === 'somme') return { valeur: connus.reduce((somme, nombre) => somme + nombre, 0), ...couverture };
  if (agregation === 'moyenne') return { valeur: MOYENNE(connus), ...couverture };
  return { valeur: connus.at(-1) ?? null, ...couverture };
}
