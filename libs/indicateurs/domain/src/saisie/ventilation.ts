import type { Dimension, Indicateur } from '../definition/indicateur';
import { PARTIES } from '../qualite/alertes';
import type { Ventilation } from './valeur';

/** Parts of one characteristic, in the order of the rows; the people of whom it is not known come last. */
export function partiesDe(dimension: Dimension): Ventilation[] {
  const [connues, reste] = PARTIES[dimension];
  return [...connues, reste];
}

/** Parts that an indicator asks for beside the total of each territory. */
export function ventilationsDe({ ventilations }: Pick<Indicateur, 'ventilations'>): Ventilation[] {
  return ventilations.flatMap(partiesDe);
}

/** True when the part is the total, or one that the indicator asks for. */
export function estVentilationDe(indicateur: Pick<Indicateur, 'ventilations'>, ventilation: Ventilation): boolean {
  return ventilation === 'total' || ventilationsDe(indicateur).includes(ventilation);
}

/**
 * Total that the parts make, to be suggested where it is empty: the sum of a characteristic whose known parts are all
 * given, with the people of whom it is not known when they are counted. Null when no characteristic is complete, or
 * when the nature does not add up.
 */
export function sommeDesParties(
  { nature, ventilations }: Pick<Indicateur, 'nature' | 'ventilations'>,
  nombreDe: (ventilation: Ventilation) => number | null,
): number | null {
  if (nature !== 'nombre' && nature !== 'montant') return null;
  for (const dimension of ventilations) {
    const [connues, reste] = PARTIES[dimension];
    const nombres = connues.map(nombreDe).filter((nombre) => nombre !== null);
    if (nombres.length === connues.length)
      return [...nombres, nombreDe(reste) ?? 0].reduce((somme, nombre) => somme + nombre, 0);
  }
  return null;
}
