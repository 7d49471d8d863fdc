/** People by part (age band, gender, quartier); parts are those of the population they compare with. */
export type Repartition = Readonly<Record<string, number>>;

/** How those who came look like the population: always read with the share of those who said who they are. */
export interface Diversite {
  /** People who said it. */
  declarants: number;
  /** Share of those present who said it; null when nobody came. */
  tauxDeclaration: number | null;
  /** R = 1 − ½ Σ|p − q|, 1 when both look alike; null without a population or when nobody said it. */
  representativite: number | null;
  /** Evenness H / ln k (Pielou 1966): 1 when all parts are equal; null when nobody said it or there is but one part. */
  equilibre: number | null;
}

/** Least share of declarations under which a diversity says nothing. */
export const TAUX_DECLARATION_MIN = 0.5;

const total = (repartition: Repartition) => Object.values(repartition).reduce((somme, nombre) => somme + nombre, 0);

/** Diversity along one dimension (F9). `population` holds the counts or shares of a dated reference, null without one. */
export function diversite(declares: Repartition, presents: number, population: Repartition | null): Diversite {
  const declarants = total(declares);
  const reference = population === null ? 0 : total(population);
  const parts = [...new Set([...Object.keys(declares), ...Object.keys(population ?? {})])].sort();
  const p = parts.map((part) => (declares[part] ?? 0) / (declarants || 1));
  const q = parts.map((part) => (population?.[part] ?? 0) / (reference || 1));
  const ecart = p.reduce((somme, part, rang) => somme + Math.abs(part - (q[rang] ?? 0)), 0);
  const entropie = p.reduce((somme, part) => (part > 0 ? somme - part * Math.log(part) : somme), 0);
  return {
    declarants,
    tauxDeclaration: presents > 0 ? declarants / presents : null,
    representativite: declarants > 0 && reference > 0 ? 1 - ecart / 2 : null,
    equilibre: declarants > 0 && parts.length > 1 ? entropie / Math.log(parts.length) : null,
  };
}

/** True when a diversity may be shown: at least half of those present said who they are. */
export function estDivulgable({ tauxDeclaration }: Pick<Diversite, 'tauxDeclaration'>): boolean {
  return tauxDeclaration !== null && tauxDeclaration >= TAUX_DECLARATION_MIN;
}
