/** Square of the distance between two points. */
export function distanceCarree(a: readonly number[], b: readonly number[]): number {
  return a.reduce((somme, x, rang) => somme + (x - (b[rang] ?? 0)) ** 2, 0);
}

function plusProche(point: readonly number[], centres: readonly (readonly number[])[]): number {
  const distances = centres.map((centre) => distanceCarree(point, centre));
  return distances.indexOf(Math.min(...distances));
}

/** First centres: the farthest point from the origin, then the farthest from those chosen (Gonzalez 1985); no chance in it. */
function departs(points: readonly (readonly number[])[], k: number): number[][] {
  const centres: number[][] = [];
  let ecarts = points.map((point) => distanceCarree(point, []) + point.reduce((somme, x) => somme + x * x, 0));
  while (centres.length < k) {
    const choisi = points[ecarts.indexOf(Math.max(...ecarts))] ?? [];
    centres.push([...choisi]);
    const depuis = points.map((point) => distanceCarree(point, choisi));
    ecarts = centres.length === 1 ? depuis : ecarts.map((ecart, rang) => Math.min(ecart, depuis[rang] ?? 0));
  }
  return centres;
}

/** Group of each point, in k groups (Lloyd 1982): the same points always make the same groups. */
export function kMoyennes(points: readonly (readonly number[])[], k: number): number[] {
  let centres = departs(points, k);
  let groupes = points.map((point) => plusProche(point, centres));
  for (let tour = 0; tour < 100; tour += 1) {
    centres = centres.map((centre, groupe) => {
      const siens = points.filter((_, rang) => groupes[rang] === groupe);
      return siens.length === 0
        ? centre
        : centre.map((_, axe) => siens.reduce((somme, point) => somme + (point[axe] ?? 0), 0) / siens.length);
    });
    const suivants = points.map((point) => plusProche(point, centres));
    if (suivants.every((groupe, rang) => groupe === groupes[rang])) break;
    groupes = suivants;
  }
  return groupes;
}
