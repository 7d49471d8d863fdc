/** Square of the distance between two points. */
export function distanceCarree(a: readonly number[], b: readonly number[]): number {
  let somme = 0;
  for (let axe = 0; axe < a.length; axe += 1) somme += ((a[axe] ?? 0) - (b[axe] ?? 0)) ** 2;
  return somme;
}

function plusProche(point: readonly number[], centres: readonly (readonly number[])[]): number {
  let choisi = 0;
  let moindre = Infinity;
  for (const [rang, centre] of centres.entries()) {
    const distance = distanceCarree(point, centre);
    if (distance < moindre) [choisi, moindre] = [rang, distance];
  }
  return choisi;
}

function rangDuPlusGrand(nombres: readonly number[]): number {
  return nombres.reduce((choisi, nombre, rang) => (nombre > (nombres[choisi] ?? 0) ? rang : choisi), 0);
}

/** First centres: the farthest point from the origin, then the farthest from those chosen (Gonzalez 1985); no chance in it. */
function departs(points: readonly (readonly number[])[], k: number): number[][] {
  const centres: number[][] = [];
  let ecarts = points.map((point) => distanceCarree(point, []));
  while (centres.length < k) {
    const choisi = points[rangDuPlusGrand(ecarts)] ?? [];
    centres.push([...choisi]);
    const depuis = points.map((point) => distanceCarree(point, choisi));
    ecarts = centres.length === 1 ? depuis : ecarts.map((ecart, rang) => Math.min(ecart, depuis[rang] ?? 0));
  }
  return centres;
}

/** Middle of each group; a group without points keeps its centre. */
function milieux(points: readonly (readonly number[])[], groupes: readonly number[], centres: number[][]): number[][] {
  const nombres = centres.map(() => 0);
  const sommes = centres.map((centre) => centre.map(() => 0));
  for (const [rang, point] of points.entries()) {
    const groupe = groupes[rang] ?? 0;
    const somme = sommes[groupe] ?? [];
    nombres[groupe] = (nombres[groupe] ?? 0) + 1;
    for (let axe = 0; axe < point.length; axe += 1) somme[axe] = (somme[axe] ?? 0) + (point[axe] ?? 0);
  }
  return centres.map((centre, groupe) => {
    const nombre = nombres[groupe] ?? 0;
    return nombre === 0 ? centre : (sommes[groupe] ?? []).map((somme) => somme / nombre);
  });
}

/** Group of each point, in k groups (Lloyd 1982): the same points always make the same groups. */
export function kMoyennes(points: readonly (readonly number[])[], k: number): number[] {
  let centres = departs(points, k);
  let groupes = points.map((point) => plusProche(point, centres));
  for (let tour = 0; tour < 100; tour += 1) {
    centres = milieux(points, groupes, centres);
    const suivants = points.map((point) => plusProche(point, centres));
    if (suivants.every((groupe, rang) => groupe === groupes[rang])) break;
    groupes = suivants;
  }
  return groupes;
}
