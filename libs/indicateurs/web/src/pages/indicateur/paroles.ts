import { InjectionToken, type Type } from '@angular/core';

/** Loads what residents say of an indicator, which belongs to a higher area: a component whose input is `indicateur`, its id. */
export const PAROLES_DE_L_INDICATEUR = new InjectionToken<(() => Promise<Type<unknown>>) | null>(
  'PAROLES_DE_L_INDICATEUR',
  { factory: () => null },
);
