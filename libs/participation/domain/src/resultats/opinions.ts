import type { Refus } from '@pleniere/shared/domain';
import { axePrincipal, centrer, projeter } from '../formules/axes';
import { type AvisDeGroupe, consensusDesGroupes, representativiteDe } from '../formules/groupes';
import { silhouetteMoyenne } from '../formules/silhouette';
import { distanceCarree, kMoyennes, type Points } from './k-moyennes';
import { rangerVotes, type VotesDesPersonnes } from './ranger-votes';

/** Under these, a map of opinions says nothing, or tells people apart. */
export const CONDITIONS_OPINIONS = { participants: 50, votes: 7, silhouette: 0.3, groupe: 11 } as const;

/** A group of people who vote alike: how many, and what tells them from the others. */
export interface GroupeOpinion {
  taille: number;
  /** At most five propositions, by their number, on which they agree and the others less. */
  propres: { numero: number; dedans: AvisDeGroupe; dehors: AvisDeGroupe }[];
}

/** Groups of opinion, or why there is no telling them. */
export interface Opinions {
  refus: Refus;
  groupes: GroupeOpinion[];
  silhouette: number | null;
  /** Propositions with which most of every group agrees, with their consensus (F7) and who agrees in each group. */
  partagees: { numero: number; consensus: number; avis: AvisDeGroupe[] }[];
}

const AUCUNE = { groupes: [], silhouette: null, partagees: [] };
const GROUPES_MAX = 5;
const PROPRES_MAX = 5;
const ECHANTILLON = 1_000;

/** Mean silhouette over people taken at regular steps: exact up to a thousand. */
function silhouetteDe(points: Points, groupes: Int32Array): number {
  const pas = Math.ceil(groupes.length / ECHANTILLON);
  const pris = [...groupes.keys()].filter((rang) => rang % pas === 0);
  return silhouetteMoyenne(
    pris.map((rang) => groupes[rang] ?? 0),
    (a, b) => Math.sqrt(distanceCarree(points, pris[a] ?? 0, points, pris[b] ?? 0)),
  );
}

function placer(votes: VotesDesPersonnes): Points {
  const colonnes = votes.numeros.length;
  const centres = centrer(votes, colonnes);
  const premier = axePrincipal(centres, colonnes);
  const axes = [premier, axePrincipal(centres, colonnes, [premier])];
  return { coordonnees: projeter(centres, axes, colonnes), dimensions: axes.length };
}

/** The clearest grouping of so many people, in two to five, and how clear it is. */
function grouper(points: Points, personnes: number): { groupes: Int32Array; silhouette: number } {
  const essais = Array.from({ length: Math.min(GROUPES_MAX, 2 + Math.floor(personnes / 12)) - 1 }, (_, rang) => {
    const groupes = kMoyennes(points, rang + 2);
    return { groupes, silhouette: silhouetteDe(points, groupes) };
  });
  return essais.reduce((meilleur, essai) => (essai.silhouette > meilleur.silhouette ? essai : meilleur));
}

interface Compte {
  taille: number;
  /** Who agrees with the proposition of each column. */
  avis: AvisDeGroupe[];
}

function compter({ debuts, colonnes, valeurs, numeros }: VotesDesPersonnes, groupes: Int32Array): Compte[] {
  const comptes = Array.from({ length: GROUPES_MAX }, () => ({
    taille: 0,
    avis: numeros.map(() => ({ pour: 0, vus: 0 })),
  }));
  for (const [rang, groupe] of groupes.entries()) {
    const compte = comptes[groupe];
    if (!compte) continue;
    compte.taille += 1;
    for (let place = debuts[rang] ?? 0; place < (debuts[rang + 1] ?? 0); place += 1) {
      const sien = compte.avis[colonnes[place] ?? 0];
      if (!sien) continue;
      sien.vus += 1;
      if (valeurs[place] === 1) sien.pour += 1;
    }
  }
  return comptes.filter(({ taille }) => taille > 0);
}

/** What each group thinks of a proposition, or those of all groups but one. */
function ensemble(comptes: readonly Compte[], colonne: number): AvisDeGroupe {
  const avis = comptes.flatMap((compte) => compte.avis[colonne] ?? []);
  return {
    pour: avis.reduce((somme, { pour }) => somme + pour, 0),
    vus: avis.reduce((somme, { vus }) => somme + vus, 0),
  };
}

function propresDe(compte: Compte, comptes: readonly Compte[], numeros: readonly number[]): GroupeOpinion['propres'] {
  const autres = comptes.filter((un) => un !== compte);
  return compte.avis
    .map((dedans, colonne) => {
      const dehors = ensemble(autres, colonne);
      return { propre: { numero: numeros[colonne] ?? 0, dedans, dehors }, ...representativiteDe(dedans, dehors) };
    })
    .filter(({ significative }) => significative)
    .sort((a, b) => b.ratio * b.zRatio * b.part * b.zPart - a.ratio * a.zRatio * a.part * a.zPart)
    .slice(0, PROPRES_MAX)
    .map(({ propre }) => propre);
}

function partageesDe(comptes: readonly Compte[], numeros: readonly number[]): Opinions['partagees'] {
  return numeros
    .map((numero, colonne) => {
      const avis = comptes.flatMap((compte) => compte.avis[colonne] ?? []);
      return { numero, consensus: consensusDesGroupes(avis), avis };
    })
    .filter(({ avis }) => avis.every(({ pour, vus }) => 2 * pour > vus))
    .sort((a, b) => b.consensus - a.consensus || a.numero - b.numero);
}

/**
 * Groups of people who vote alike: those with seven votes or more, placed on the two axes that part them most, then
 * grouped in 2 to 5 by k-means, the clearest grouping kept. Told only when there are enough people, clearly apart, and
 * none in a small group. A pure function of the votes (see `rangerVotes`), whatever their order.
 */
export function opinions(votes: readonly number[]): Opinions {
  const { participants: gensMin, votes: votesMin, silhouette: silhouetteMin, groupe: groupeMin } = CONDITIONS_OPINIONS;
  const ranges = rangerVotes(votes, votesMin);
  const personnes = ranges.debuts.length - 1;
  if (personnes < gensMin)
    return {
      ...AUCUNE,
      refus: `Il faut au moins ${gensMin} personnes ayant voté ${votesMin} fois\u00A0: il y en a ${personnes}.`,
    };

  const { groupes, silhouette } = grouper(placer(ranges), personnes);
  if (silhouette < silhouetteMin)
    return { ...AUCUNE, silhouette, refus: 'Les avis ne forment pas de groupes distincts.' };
  const comptes = compter(ranges, groupes);
  if (comptes.some(({ taille }) => taille < groupeMin))
    return {
      ...AUCUNE,
      silhouette,
      refus: `Un groupe compte moins de ${groupeMin} personnes\u00A0: aucun n’est montré.`,
    };

  return {
    refus: null,
    silhouette,
    groupes: comptes.map((compte) => ({
      taille: compte.taille,
      propres: propresDe(compte, comptes, ranges.numeros),
    })),
    partagees: partageesDe(comptes, ranges.numeros),
  };
}

/** Consensus across declared segments (quartiers, ages): those of eleven votes or more, two at least; null otherwise. */
export function consensusDesSegments(segments: readonly AvisDeGroupe[]): number | null {
  const lisibles = segments.filter(({ vus }) => vus >= CONDITIONS_OPINIONS.groupe);
  return lisibles.length < 2 ? null : consensusDesGroupes(lisibles);
}
