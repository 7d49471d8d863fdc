const VIDES = new Set(
  (
    'a au aux avec c ce ces cette d dans de des du elle elles en est et etre eux fait faire il ils j je l la le les leur ' +
    'leurs m ma mais me meme mes moi mon n ne nos notre nous on ou par pas pour qu que qui s sa se ses son sont sur t ta ' +
    'te tes toi ton tous tout toute toutes tu un une vos votre vous y plus moins tres aussi afin ainsi comme si'
  ).split(' '),
);
// Endings that change neither the thing nor the deed, the longest first.
const TERMINAISONS =
  /(?:issements?|ements?|issent|ations?|eraient|erait|eront|antes?|ants?|ages?|ions?|ees|ent|ons|ez|er|es|ee|ir|e|s|x)$/;

/** Root of a word without accents, cut short enough for its forms to meet (« installer », « installation »). */
export function racine(mot: string): string {
  const coupe = mot.replace(/aux$/, 'al').replace(TERMINAISONS, '');
  return coupe.length < 3 ? mot : coupe;
}

/** Roots of the words that mean something in a normalised text, in their order. */
export function racines(normalise: string): string[] {
  return normalise
    .split(' ')
    .filter((mot) => mot !== '' && !VIDES.has(mot))
    .map(racine);
}

/** A stock of texts by which rare words are known from common ones (Spärck Jones 1972). */
export class Corpus {
  private readonly presences = new Map<string, number>();

  constructor(private readonly normalises: readonly string[]) {
    for (const texte of normalises)
      for (const mot of new Set(racines(texte))) this.presences.set(mot, (this.presences.get(mot) ?? 0) + 1);
  }

  /** Cosine of two texts, each word weighing as much as it is rare; 0 when they share none. */
  cosinus(a: string, b: string): number {
    const [deA, deB] = [this.poids(a), this.poids(b)];
    const norme = (poids: ReadonlyMap<string, number>) => Math.hypot(...poids.values());
    const commun = [...deA].reduce((somme, [mot, poids]) => somme + poids * (deB.get(mot) ?? 0), 0);
    return commun === 0 ? 0 : commun / (norme(deA) * norme(deB));
  }

  private poids(texte: string): Map<string, number> {
    const poids = new Map<string, number>();
    for (const mot of racines(texte)) {
      const rarete = Math.log((1 + this.normalises.length) / (1 + (this.presences.get(mot) ?? 0))) + 1;
      poids.set(mot, (poids.get(mot) ?? 0) + rarete);
    }
    return poids;
  }
}
