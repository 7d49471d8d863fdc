import { type AvisDeGroupe, CONDITIONS_OPINIONS, opinions, type OpinionsGelees } from '@pleniere/participation/domain';

const PARTAGEES_MAX = 10;

const montrable = (avis: AvisDeGroupe): AvisDeGroupe | null => (avis.vus < CONDITIONS_OPINIONS.groupe ? null : avis);

/** Groups of opinion of votes written end to end, « person,proposition,value,person… »; propositions are told by their number. */
export function calculerOpinions(votes: string): OpinionsGelees {
  const { partagees, groupes, ...reste } = opinions(JSON.parse(`[${votes}]`) as number[]);
  return {
    ...reste,
    groupes: groupes.map(({ taille, propres }) => ({
      taille,
      propres: propres.map(({ numero, dedans, dehors }) => ({
        ...{ numero, ici: montrable(dedans), ailleurs: montrable(dehors) },
      })),
    })),
    partagees: partagees.slice(0, PARTAGEES_MAX).map(({ numero, avis }) => ({ numero, avis: avis.map(montrable) })),
  };
}
