import type { Refus } from '@pleniere/shared/domain';
import type { ValeurVote } from '../consultation/vocabulaire';
import { axePrincipal, centrer, type LigneCreuse, projeter } from '../formules/axes';
import { type AvisDeGroupe, consensusDesGroupes, representativiteDe } from '../formules/groupes';
import { silhouetteMoyenne } from '../formules/silhouette';
import { distanceCarree, kMoyennes } from './k-moyennes';

/** A valid vote, without anything of whoever gave it but a key. */
export interface VoteAnonyme {
  participant: string;
  proposition: string;
  valeur: ValeurVote;
}

/** Under these, a map of opinions says nothing, or tells people apart. */
export const CONDITIONS_OPINIONS = { participants: 50, votes: 7, silhouette: 0.3, groupe: 11 } as const;

/** A group of people who vote alike: how many, and what tells them from the others. */
export interface GroupeOpinion {
  taille: number;
  /** At most five propositions on which they agree and the others less. */
  propres: { proposition: string; dedans: AvisDeGroupe; dehors: AvisDeGroupe }[];
}

/** Groups of opinion, or why there is no telling them. */
export interface Opinions {
  refus: Refus;
  groupes: GroupeOpinion[];
  silhouette: number | null;
  /** Propositions with which most of every group agrees, with their consensus (F7) and who agrees in each group. */
  partagees: { proposition: string; consensus: number; avis: AvisDeGroupe[] }[];
}

const AUCUNE = { groupes: [], silhouette: null, partagees: [] };
const GROUPES_MAX = 5;
const PROPRES_MAX = 5;
const ECHANTILLON = 1_000;

/** Mean silhouette over people taken at regular steps: exact up to a thousand. */
function silhouetteDe(points: readonly number[][], groupes: readonly number[]): number {
  const pas = Math.ceil(points.length / ECHANTILLON);
  const pris = points.map((_, rang) => rang).filter((rang) => rang % pas === 0);
  return silhouetteMoyenne(
    pris.map((rang) => groupes[rang] ?? 0),
    (a, b) => Math.sqrt(distanceCarree(points[pris[a] ?? 0] ?? [], points[pris[b] ?? 0] ?? [])),
  );
}

function placer(rangees: readonly (readonly VoteAnonyme[])[], propositions: readonly string[]): number[][] {
  const rangs = new Map(propositions.map((id, rang) => [id, rang]));
  const lignes = rangees.map((votes): LigneCreuse =>
    votes.map(({ proposition, valeur }) => [rangs.get(proposition) ?? 0, valeur]),
  );
  const centrees = centrer(lignes, propositions.length);
  const premier = axePrincipal(centrees, propositions.length);
  const axes = [premier, axePrincipal(centrees, propositions.length, [premier])];
  return centrees.map((ligne) => projeter(ligne, axes, propositions.length));
}

function avisPar(
  rangees: readonly (readonly VoteAnonyme[])[],
  propositions: readonly string[],
): Map<string, AvisDeGroupe> {
  const avis = new Map(propositions.map((id) => [id, { pour: 0, vus: 0 }]));
  for (const { proposition, valeur } of rangees.flat()) {
    const sien = avis.get(proposition);
    if (!sien) continue;
    sien.vus += 1;
    if (valeur === 1) sien.pour += 1;
  }
  return avis;
}

const RIEN_VU: AvisDeGroupe = { pour: 0, vus: 0 };

function propresDe(
  avis: ReadonlyMap<string, AvisDeGroupe>,
  autres: ReadonlyMap<string, AvisDeGroupe>,
): GroupeOpinion['propres'] {
  return [...avis]
    .map(([proposition, dedans]) => {
      const dehors = autres.get(proposition) ?? RIEN_VU;
      return { propre: { proposition, dedans, dehors }, ...representativiteDe(dedans, dehors) };
    })
    .filter(({ significative }) => significative)
    .sort((a, b) => b.ratio * b.zRatio * b.part * b.zPart - a.ratio * a.zRatio * a.part * a.zPart)
    .slice(0, PROPRES_MAX)
    .map(({ propre }) => propre);
}

/**
 * Groups of people who vote alike: those with seven votes or more, placed on the two axes that part them most, then
 * grouped in 2 to 5 by k-means, the clearest grouping kept. Told only when there are enough people, clearly apart, and
 * none in a small group. A pure function of the votes, whatever their order.
 */
export function opinions(votes: readonly VoteAnonyme[]): Opinions {
  const { participants: gensMin, votes: votesMin, silhouette: silhouetteMin, groupe: groupeMin } = CONDITIONS_OPINIONS;
  const ordonnes = [...votes].sort(
    (a, b) => comparer(a.participant, b.participant) || comparer(a.proposition, b.proposition),
  );
  const propositions = [...new Set(ordonnes.map(({ proposition }) => proposition))].sort();
  const rangees = [...Map.groupBy(ordonnes, ({ participant }) => participant).values()].filter(
    (siens) => siens.length >= votesMin,
  );
  if (rangees.length < gensMin)
    return {
      ...AUCUNE,
      refus: `Il faut au moins ${gensMin} personnes ayant voté ${votesMin} fois\u00A0: il y en a ${rangees.length}.`,
    };

  const points = placer(rangees, propositions);
  const essais = Array.from({ length: Math.min(GROUPES_MAX, 2 + Math.floor(points.length / 12)) - 1 }, (_, rang) => {
    const groupes = kMoyennes(points, rang + 2);
    return { groupes, silhouette: silhouetteDe(points, groupes) };
  });
  const { groupes, silhouette } = essais.reduce((meilleur, essai) =>
    essai.silhouette > meilleur.silhouette ? essai : meilleur,
  );
  if (silhouette < silhouetteMin)
    return { ...AUCUNE, silhouette, refus: 'Les avis ne forment pas de groupes distincts.' };
  const membres = [...Map.groupBy(rangees.keys(), (rang) => groupes[rang] ?? 0)].sort(([a], [b]) => a - b);
  if (membres.some(([, rangs]) => rangs.length < groupeMin))
    return {
      ...AUCUNE,
      silhouette,
      refus: `Un groupe compte moins de ${groupeMin} personnes\u00A0: aucun n’est montré.`,
    };

  const avis = membres.map(([groupe]) => ({
    dedans: avisPar(
      rangees.filter((_, rang) => groupes[rang] === groupe),
      propositions,
    ),
    dehors: avisPar(
      rangees.filter((_, rang) => groupes[rang] !== groupe),
      propositions,
    ),
  }));
  const partagees = propositions
    .map((proposition) => {
      const siens = avis.map(({ dedans }) => dedans.get(proposition) ?? RIEN_VU);
      return { proposition, consensus: consensusDesGroupes(siens), avis: siens };
    })
    .filter((une) => une.avis.every(({ pour, vus }) => 2 * pour > vus))
    .sort((a, b) => b.consensus - a.consensus || comparer(a.proposition, b.proposition));
  return {
    refus: null,
    silhouette,
    groupes: membres.map(([, rangs], rang) => ({
      taille: rangs.length,
      propres: propresDe(avis[rang]?.dedans ?? new Map(), avis[rang]?.dehors ?? new Map()),
    })),
    partagees,
  };
}

const comparer = (a: string, b: string) => (a < b ? -1 : Number(a > b));

/** Consensus across declared segments (quartiers, ages): those of eleven votes or more, two at least; null otherwise. */
export function consensusDesSegments(segments: readonly AvisDeGroupe[]): number | null {
  const lisibles = segments.filter(({ vus }) => vus >= CONDITIONS_OPINIONS.groupe);
  return lisibles.length < 2 ? null : consensusDesGroupes(lisibles);
}
