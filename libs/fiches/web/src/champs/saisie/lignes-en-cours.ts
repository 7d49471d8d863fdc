import { linkedSignal, type ModelSignal, type Signal } from '@angular/core';

/** Rows on screen, and how to change them. */
export interface LignesEnCours<L> {
  readonly lignes: Signal<readonly L[]>;
  changer(suite: readonly L[]): void;
  modifier(rang: number, changement: Partial<L>): void;
  retirer(rang: number): void;
}

/** Rows being typed: an incomplete one stays on screen and is sent only once it says something. */
export function lignesEnCours<L extends object>(
  valeur: ModelSignal<readonly L[]>,
  complete: (ligne: L) => boolean,
): LignesEnCours<L> {
  const lignes = linkedSignal<readonly L[], readonly L[]>({
    source: valeur,
    computation: (recues, avant) =>
      avant && JSON.stringify(recues) === JSON.stringify(avant.value.filter(complete)) ? avant.value : recues,
  });
  const changer = (suite: readonly L[]): void => {
    lignes.set(suite);
    valeur.set(suite.filter(complete));
  };
  return {
    lignes: lignes.asReadonly(),
    changer,
    modifier: (rang, changement) =>
      changer(lignes().map((ligne, place) => (place === rang ? { ...ligne, ...changement } : ligne))),
    retirer: (rang) => changer(lignes().filter((_, place) => place !== rang)),
  };
}
