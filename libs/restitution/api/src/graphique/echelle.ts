/** Vertical scale of a chart: round marks that hold every number drawn, and the height of a number. */
export interface Echelle {
  graduations: number[];
  y: (nombre: number) => number;
}

const PAS_RONDS = [1, 2, 2.5, 5, 10];

function pasRond(etendue: number, intervalles: number): number {
  const ordre = 10 ** Math.floor(Math.log10(etendue / intervalles));
  const rond = PAS_RONDS.find((facteur) => facteur * ordre * intervalles >= etendue) ?? 10;
  return rond * ordre;
}

/** Scale of `nombres` between the heights `bas` and `haut`; it starts at zero unless the numbers are all far from it. */
export function echelle(nombres: readonly number[], { bas, haut }: { bas: number; haut: number }): Echelle {
  const min = Math.min(...nombres);
  const max = Math.max(...nombres);
  const depuisZero = min >= 0 ? min < max * 0.7 || max === min : max <= 0 && -max < -min * 0.7;
  const plancher = depuisZero ? Math.min(0, min) : min;
  const plafond = depuisZero ? Math.max(0, max) : max;
  const pas = pasRond(plafond - plancher || Math.abs(max) || 1, 3);
  const debut = Math.floor(plancher / pas) * pas;
  const fin = Math.max(Math.ceil(plafond / pas) * pas, debut + pas);
  const nombreDePas = Math.round((fin - debut) / pas);
  return {
    graduations: Array.from({ length: nombreDePas + 1 }, (_, rang) => debut + rang * pas),
    y: (nombre) => bas - ((nombre - debut) / (fin - debut)) * (bas - haut),
  };
}
