import { randomBeta, randomLcg } from 'd3-random';

/** Numbers between 0 and 1, always the same ones from the same seed: a sequence that was served can be served again. */
export type Hasard = () => number;

/** Draws from a seed. Seeds that follow one another are scattered first: a linear generator would start them alike. */
export function hasardDe(graine: number): Hasard {
  let etat = Math.imul(graine ^ (graine >>> 16), 0x85ebca6b);
  etat = Math.imul(etat ^ (etat >>> 13), 0xc2b2ae35);
  return randomLcg(Math.abs(etat ^ (etat >>> 16)) + 1);
}

/** The same elements in a drawn order (Fisher & Yates 1938). */
export function melanger<T>(elements: readonly T[], hasard: Hasard): T[] {
  const melanges = [...elements];
  for (let rang = melanges.length - 1; rang > 0; rang -= 1) {
    const autre = Math.floor(hasard() * (rang + 1));
    [melanges[rang], melanges[autre]] = [melanges[autre] as T, melanges[rang] as T];
  }
  return melanges;
}

/** A rate as it may be, given k out of n (Thompson 1933): drawn from Beta(k + prior, n − k + 1). */
export function tirerTaux(k: number, n: number, prior: number, hasard: Hasard): number {
  return randomBeta.source(hasard)(k + prior, Math.max(0, n - k) + 1)();
}
