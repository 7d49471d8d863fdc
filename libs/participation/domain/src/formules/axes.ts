/** What one participant answered, by column: absent columns are zero, that is the mean once centred. */
export type LigneCreuse = readonly (readonly [colonne: number, valeur: number])[];

function produit(ligne: LigneCreuse, axe: readonly number[]): number {
  let somme = 0;
  for (const paire of ligne) somme += paire[1] * (axe[paire[0]] ?? 0);
  return somme;
}

const scalaire = (a: readonly number[], b: readonly number[]) =>
  a.reduce((somme, x, rang) => somme + x * (b[rang] ?? 0), 0);

/** Cosine with the axis before from which another product would change nothing that shows. */
const STABLE = 1e-13;

function normer(vecteur: readonly number[]): number[] {
  const norme = Math.sqrt(scalaire(vecteur, vecteur));
  return norme === 0 ? [...vecteur] : vecteur.map((x) => x / norme);
}

interface LignesPlates {
  debuts: Int32Array;
  colonnes: Int32Array;
  valeurs: Float64Array;
}

/** The same rows end to end: a hundred products of a quarter of a million votes then take a tenth of the time. */
function aplatir(lignes: readonly LigneCreuse[]): LignesPlates {
  const debuts = new Int32Array(lignes.length + 1);
  for (const [rang, ligne] of lignes.entries()) debuts[rang + 1] = (debuts[rang] ?? 0) + ligne.length;
  const total = debuts[lignes.length] ?? 0;
  const plates = { debuts, colonnes: new Int32Array(total), valeurs: new Float64Array(total) };
  let place = 0;
  for (const ligne of lignes) {
    for (const paire of ligne) {
      plates.colonnes[place] = paire[0];
      plates.valeurs[place] = paire[1];
      place += 1;
    }
  }
  return plates;
}

/** Product of the votes from one place to another with an axis. */
function poidsDe({ colonnes, valeurs }: LignesPlates, debut: number, fin: number, axe: Float64Array): number {
  let poids = 0;
  for (let place = debut; place < fin; place += 1) poids += (valeurs[place] ?? 0) * (axe[colonnes[place] ?? 0] ?? 0);
  return poids;
}

/** XᵀX times an axis. */
function multiplier(plates: LignesPlates, axe: Float64Array): Float64Array {
  const { debuts, colonnes, valeurs } = plates;
  const somme = new Float64Array(axe.length);
  for (let rang = 0; rang + 1 < debuts.length; rang += 1) {
    const [debut, fin] = [debuts[rang] ?? 0, debuts[rang + 1] ?? 0];
    const poids = poidsDe(plates, debut, fin, axe);
    for (let place = debut; poids !== 0 && place < fin; place += 1) {
      const colonne = colonnes[place] ?? 0;
      somme[colonne] = (somme[colonne] ?? 0) + poids * (valeurs[place] ?? 0);
    }
  }
  return somme;
}

/**
 * Axis along which the rows differ most, orthogonal to those already found: power iteration (von Mises 1929) by
 * products of XᵀX, from the vector of ones. The matrix is never written full.
 */
export function axePrincipal(
  lignes: readonly LigneCreuse[],
  colonnes: number,
  precedents: readonly (readonly number[])[] = [],
  produits = 100,
): number[] {
  // A departure that an axis already found makes null would find nothing.
  let axe =
    precedents.length === 0 ? Array<number>(colonnes).fill(1) : Array.from({ length: colonnes }, (_, j) => 1 + j);
  const plates = aplatir(lignes);
  for (let fois = 0; fois < produits; fois += 1) {
    const suivant = [...multiplier(plates, Float64Array.from(axe))];
    const libre = precedents.reduce<readonly number[]>((reste, connu) => {
      const part = scalaire(reste, connu);
      return reste.map((x, rang) => x - part * (connu[rang] ?? 0));
    }, suivant);
    const arrivee = normer(libre);
    const immobile = Math.abs(1 - scalaire(arrivee, axe)) < STABLE;
    axe = arrivee;
    if (immobile) break;
  }
  return axe;
}

/** Rows with the mean of each column (over those who answered it) taken away: what nobody answered becomes zero. */
export function centrer(lignes: readonly LigneCreuse[], colonnes: number): LigneCreuse[] {
  const sommes = Array<number>(colonnes).fill(0);
  const nombres = Array<number>(colonnes).fill(0);
  for (const [colonne, valeur] of lignes.flat()) {
    sommes[colonne] = (sommes[colonne] ?? 0) + valeur;
    nombres[colonne] = (nombres[colonne] ?? 0) + 1;
  }
  return lignes.map((ligne) =>
    ligne.map(([colonne, valeur]): [number, number] => [
      colonne,
      valeur - (sommes[colonne] ?? 0) / (nombres[colonne] || 1),
    ]),
  );
}

/** Place of a row on the axes, stretched so that those who answered little are not all at the centre. */
export function projeter(ligne: LigneCreuse, axes: readonly (readonly number[])[], colonnes: number): number[] {
  const echelle = Math.sqrt(colonnes / Math.max(1, ligne.length));
  return axes.map((axe) => produit(ligne, axe) * echelle);
}
