/**
 * Votes of people, one after the other: those of the person of a rank stand from `debuts[rang]` to
 * `debuts[rang + 1]`, each with its column. A column that is absent is zero, that is the mean once centred.
 */
export interface VotesRanges {
  debuts: Int32Array;
  colonnes: Int32Array;
  valeurs: Float64Array;
}

const scalaire = (a: Float64Array, b: Float64Array) => a.reduce((somme, x, rang) => somme + x * (b[rang] ?? 0), 0);

/** Cosine with the axis before from which another product would change nothing that shows. */
const STABLE = 1e-13;

function normer(vecteur: Float64Array): Float64Array {
  const norme = Math.sqrt(scalaire(vecteur, vecteur));
  return norme === 0 ? vecteur : vecteur.map((x) => x / norme);
}

/** Product of the votes from one place to another with an axis. */
function produit({ colonnes, valeurs }: VotesRanges, debut: number, fin: number, axe: Float64Array): number {
  let somme = 0;
  for (let place = debut; place < fin; place += 1) somme += (valeurs[place] ?? 0) * (axe[colonnes[place] ?? 0] ?? 0);
  return somme;
}

/** XᵀX times an axis. */
function multiplier(votes: VotesRanges, axe: Float64Array): Float64Array {
  const { debuts, colonnes, valeurs } = votes;
  const somme = new Float64Array(axe.length);
  for (let rang = 0; rang + 1 < debuts.length; rang += 1) {
    const [debut, fin] = [debuts[rang] ?? 0, debuts[rang + 1] ?? 0];
    const poids = produit(votes, debut, fin, axe);
    for (let place = debut; poids !== 0 && place < fin; place += 1) {
      const colonne = colonnes[place] ?? 0;
      somme[colonne] = (somme[colonne] ?? 0) + poids * (valeurs[place] ?? 0);
    }
  }
  return somme;
}

/**
 * Axis along which people differ most, orthogonal to those already found: power iteration (von Mises 1929) by
 * products of XᵀX, from the vector of ones. The matrix is never written full.
 */
export function axePrincipal(
  votes: VotesRanges,
  colonnes: number,
  precedents: readonly Float64Array[] = [],
  produits = 100,
): Float64Array {
  // A departure that an axis already found makes null would find nothing.
  let axe: Float64Array = Float64Array.from({ length: colonnes }, (_, j) => (precedents.length === 0 ? 1 : 1 + j));
  for (let fois = 0; fois < produits; fois += 1) {
    const libre = precedents.reduce<Float64Array>(
      (reste, connu) => {
        const part = scalaire(reste, connu);
        return reste.map((x, rang) => x - part * (connu[rang] ?? 0));
      },
      multiplier(votes, axe),
    );
    const arrivee = normer(libre);
    const immobile = Math.abs(1 - scalaire(arrivee, axe)) < STABLE;
    axe = arrivee;
    if (immobile) break;
  }
  return axe;
}

/** The same votes with the mean of each column (over those who answered it) taken away: what nobody answered becomes zero. */
export function centrer({ debuts, colonnes, valeurs }: VotesRanges, nombre: number): VotesRanges {
  const [sommes, nombres] = [new Float64Array(nombre), new Int32Array(nombre)];
  for (const [place, colonne] of colonnes.entries()) {
    sommes[colonne] = (sommes[colonne] ?? 0) + (valeurs[place] ?? 0);
    nombres[colonne] = (nombres[colonne] ?? 0) + 1;
  }
  const moyennes = sommes.map((somme, colonne) => somme / (nombres[colonne] || 1));
  return { debuts, colonnes, valeurs: valeurs.map((valeur, place) => valeur - (moyennes[colonnes[place] ?? 0] ?? 0)) };
}

/** Place of everybody on the axes, stretched so that those who answered little are not all at the centre. */
export function projeter(votes: VotesRanges, axes: readonly Float64Array[], colonnes: number): Float64Array {
  const { debuts } = votes;
  const points = new Float64Array(axes.length * (debuts.length - 1));
  for (const place of points.keys()) {
    const [rang, axe] = [Math.floor(place / axes.length), axes[place % axes.length]];
    const [debut, fin] = [debuts[rang] ?? 0, debuts[rang + 1] ?? 0];
    if (axe) points[place] = produit(votes, debut, fin, axe) * Math.sqrt(colonnes / Math.max(1, fin - debut));
  }
  return points;
}
