/** How many of a group agree, among those who saw. */
export interface AvisDeGroupe {
  pour: number;
  vus: number;
}

/** z above which a difference is told (one-sided, 10 %). */
export const Z_SIGNIFICATIF = 1.2816;

/** Consensus across groups (F7): Π (A + 1) / (S + 2); high when every group agrees, small or large. */
export function consensusDesGroupes(groupes: readonly AvisDeGroupe[]): number {
  return groupes.reduce((produit, { pour, vus }) => produit * ((pour + 1) / (vus + 2)), 1);
}

/** Whether a share differs from one half (F8), in standard deviations, with one success and one trial added. */
export function testProportion({ pour, vus }: AvisDeGroupe): number {
  return 2 * Math.sqrt(vus + 1) * ((pour + 1) / (vus + 1) - 0.5);
}

/** Whether two shares differ (F8), in standard deviations, with one added to all four counts. */
export function testDeuxProportions(dedans: AvisDeGroupe, dehors: AvisDeGroupe): number {
  const [s1, n1, s2, n2] = [dedans.pour + 1, dedans.vus + 1, dehors.pour + 1, dehors.vus + 1];
  const commune = (s1 + s2) / (n1 + n2);
  if (commune >= 1) return 0;
  return (s1 / n1 - s2 / n2) / Math.sqrt(commune * (1 - commune) * (1 / n1 + 1 / n2));
}

/** How far a proposition tells a group from the others. */
export interface Representativite {
  ratio: number;
  /** Share of the group that agrees, and its test; test against the others. */
  part: number;
  zPart: number;
  zRatio: number;
  significative: boolean;
}

/** Representativeness of a proposition for a group against all the others (F8). */
export function representativiteDe(dedans: AvisDeGroupe, dehors: AvisDeGroupe): Representativite {
  const part = (dedans.pour + 1) / (dedans.vus + 2);
  const zPart = testProportion(dedans);
  const zRatio = testDeuxProportions(dedans, dehors);
  return {
    ratio: part / ((dehors.pour + 1) / (dehors.vus + 2)),
    part,
    zPart,
    zRatio,
    significative: zPart > Z_SIGNIFICATIF && zRatio > Z_SIGNIFICATIF,
  };
}

/** What the priority of a proposition depends on: agreements, passes, sights, and how far it stretches the opinions. */
export interface Exposition {
  pour: number;
  neutres: number;
  vus: number;
  etendue: number;
}

/** Priority of a proposition in the draw of Polis (F6): few sights and little passing come first. */
export function prioritePolis({ pour, neutres, vus, etendue }: Exposition): number {
  const importance = (1 - (neutres + 1) / (vus + 2)) * (etendue + 1) * ((pour + 1) / (vus + 2));
  return (importance * (1 + 8 * 2 ** (-vus / 5))) ** 2;
}

/** Votes after which a new proposition is tested (F10): never more than the new slots of the sequences can give. */
export function budgetNouvelles(votesAttendus: number, propositionsAttendues: number): number {
  const possible = propositionsAttendues > 0 ? Math.floor((0.33 * votesAttendus) / propositionsAttendues) : 10;
  return Math.min(10, Math.max(3, possible));
}
