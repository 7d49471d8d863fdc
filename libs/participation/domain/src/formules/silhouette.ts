/** Distance between two points, by their ranks. */
export type Distance = (a: number, b: number) => number;

/** How well each point lies in its group (Rousseeuw 1987), from −1 to 1; 0 for whoever is alone in theirs. */
export function silhouettes(groupes: readonly number[], distance: Distance): number[] {
  const membres = Map.groupBy(groupes.keys(), (rang) => groupes[rang] ?? 0);
  const moyenneVers = (rang: number, autres: readonly number[]) =>
    autres.reduce((somme, autre) => somme + distance(rang, autre), 0) / autres.length;
  return groupes.map((groupe, rang) => {
    const siens = (membres.get(groupe) ?? []).filter((autre) => autre !== rang);
    if (siens.length === 0 || membres.size < 2) return 0;
    const dedans = moyenneVers(rang, siens);
    const dehors = Math.min(
      ...[...membres].filter(([autre]) => autre !== groupe).map(([, leurs]) => moyenneVers(rang, leurs)),
    );
    const plusGrand = Math.max(dedans, dehors);
    return plusGrand === 0 ? 0 : (dehors - dedans) / plusGrand;
  });
}

/** Mean silhouette of a grouping; 0 without points. */
export function silhouetteMoyenne(groupes: readonly number[], distance: Distance): number {
  const valeurs = silhouettes(groupes, distance);
  return valeurs.length === 0 ? 0 : valeurs.reduce((somme, valeur) => somme + valeur, 0) / valeurs.length;
}
