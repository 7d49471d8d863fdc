/** Points end to end, each of so many coordinates. */
export interface Points {
  coordonnees: Float64Array;
  dimensions: number;
}

/** Square of the distance between the point of a rank and one of another set. */
export function distanceCarree(a: Points, rangA: number, b: Points, rangB: number): number {
  const [debutA, debutB] = [rangA * a.dimensions, rangB * a.dimensions];
  let somme = 0;
  for (let axe = 0; axe < a.dimensions; axe += 1) {
    const ecart = (a.coordonnees[debutA + axe] ?? 0) - (b.coordonnees[debutB + axe] ?? 0);
    somme += ecart * ecart;
  }
  return somme;
}

const nombreDe = ({ coordonnees, dimensions }: Points): number => coordonnees.length / dimensions;

/** Writes the group of each point, that of the centre next to it; tells whether one has changed. */
function repartir(points: Points, centres: Points, groupes: Int32Array): boolean {
  let change = false;
  const k = nombreDe(centres);
  for (let rang = 0; rang < groupes.length; rang += 1) {
    let [choisi, moindre] = [0, Infinity];
    for (let groupe = 0; groupe < k; groupe += 1) {
      const distance = distanceCarree(points, rang, centres, groupe);
      if (distance < moindre) [choisi, moindre] = [groupe, distance];
    }
    change ||= groupes[rang] !== choisi;
    groupes[rang] = choisi;
  }
  return change;
}

/** First centres: the farthest point from the origin, then the farthest from those chosen (Gonzalez 1985); no chance in it. */
function departs(points: Points, k: number): Points {
  const { coordonnees, dimensions } = points;
  const centres = { coordonnees: new Float64Array(k * dimensions), dimensions };
  const ecarts = new Float64Array(nombreDe(points));
  const depuis = (centre: number) => ecarts.map((_, rang) => distanceCarree(points, rang, centres, centre));
  // The centres are at the origin until they are chosen.
  ecarts.set(depuis(0));
  for (let groupe = 0; groupe < k; groupe += 1) {
    const choisi = ecarts.reduce((meilleur, ecart, rang) => (ecart > (ecarts[meilleur] ?? 0) ? rang : meilleur), 0);
    centres.coordonnees.set(coordonnees.subarray(choisi * dimensions, (choisi + 1) * dimensions), groupe * dimensions);
    const nouveaux = depuis(groupe);
    for (const [rang, ecart] of nouveaux.entries())
      ecarts[rang] = groupe === 0 ? ecart : Math.min(ecart, ecarts[rang] ?? 0);
  }
  return centres;
}

/** Moves each centre to the middle of its group; a group without points keeps its own. */
function recentrer({ coordonnees, dimensions }: Points, groupes: Int32Array, centres: Points): void {
  const nombres = new Int32Array(nombreDe(centres));
  const sommes = new Float64Array(centres.coordonnees.length);
  for (let rang = 0; rang < groupes.length; rang += 1) {
    const groupe = groupes[rang] ?? 0;
    nombres[groupe] = (nombres[groupe] ?? 0) + 1;
    for (let axe = 0; axe < dimensions; axe += 1) {
      const place = groupe * dimensions + axe;
      sommes[place] = (sommes[place] ?? 0) + (coordonnees[rang * dimensions + axe] ?? 0);
    }
  }
  for (const [place, somme] of sommes.entries()) {
    const nombre = nombres[Math.floor(place / dimensions)] ?? 0;
    if (nombre > 0) centres.coordonnees[place] = somme / nombre;
  }
}

/** Group of each point, in k groups (Lloyd 1982): the same points always make the same groups. */
export function kMoyennes(points: Points, k: number): Int32Array {
  const centres = departs(points, k);
  const groupes = new Int32Array(nombreDe(points));
  repartir(points, centres, groupes);
  for (let tour = 0; tour < 100; tour += 1) {
    recentrer(points, groupes, centres);
    if (!repartir(points, centres, groupes)) break;
  }
  return groupes;
}
