import {
  type AvisDeGroupe,
  CONDITIONS_OPINIONS,
  opinions,
  type OpinionsGelees,
  type ValeurVote,
  type VoteAnonyme,
} from '@pleniere/participation/domain';

const PARTAGEES_MAX = 10;
const VALEURS: readonly ValeurVote[] = [1, 0, -1];

function lireVote(ligne: string): VoteAnonyme[] {
  const [participant = '', proposition = '', lue = ''] = ligne.split(' ');
  const valeur = VALEURS.find((une) => String(une) === lue);
  return valeur === undefined ? [] : [{ participant, proposition, valeur }];
}

const montrable = (avis: AvisDeGroupe): AvisDeGroupe | null => (avis.vus < CONDITIONS_OPINIONS.groupe ? null : avis);

/** Groups of opinion of votes written one a line « person proposition value »; propositions are told by their number. */
export function calculerOpinions(votes: string): OpinionsGelees {
  const { partagees, groupes, ...reste } = opinions(votes.split('\n').flatMap(lireVote));
  return {
    ...reste,
    groupes: groupes.map(({ taille, propres }) => ({
      taille,
      propres: propres.map(({ proposition, dedans, dehors }) => ({
        ...{ numero: Number(proposition), ici: montrable(dedans), ailleurs: montrable(dehors) },
      })),
    })),
    partagees: partagees
      .slice(0, PARTAGEES_MAX)
      .map(({ proposition, avis }) => ({ numero: Number(proposition), avis: avis.map(montrable) })),
  };
}
