/** Bounds between which a share lies, at 95 % unless told. */
export interface Intervalle {
  bas: number;
  haut: number;
}

/** 97.5th percentile of the normal law: an interval at 95 %. */
export const Z_95 = 1.96;

/** Interval of the share k / n (Wilson 1927); the whole of 0..1 when nobody answered. */
export function intervalleWilson(k: number, n: number, z = Z_95): Intervalle {
  if (n <= 0) return { bas: 0, haut: 1 };
  const p = k / n;
  const centre = p + z ** 2 / (2 * n);
  const ecart = z * Math.sqrt((p * (1 - p) + z ** 2 / (4 * n)) / n);
  const echelle = 1 + z ** 2 / n;
  return { bas: Math.max(0, (centre - ecart) / echelle), haut: Math.min(1, (centre + ecart) / echelle) };
}

/** Interval of a mean at 95 %, from its values, by the normal law; null under two values. */
export function intervalleMoyenne(valeurs: readonly number[]): ({ moyenne: number } & Intervalle) | null {
  const n = valeurs.length;
  if (n < 2) return null;
  const moyenne = valeurs.reduce((somme, valeur) => somme + valeur, 0) / n;
  const variance = valeurs.reduce((somme, valeur) => somme + (valeur - moyenne) ** 2, 0) / (n - 1);
  const ecart = Z_95 * Math.sqrt(variance / n);
  return { moyenne, bas: moyenne - ecart, haut: moyenne + ecart };
}
