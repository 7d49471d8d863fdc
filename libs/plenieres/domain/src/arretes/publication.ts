import { cleDe, masquerValeurs } from '@pleniere/indicateurs/domain';
import type { ContenuArrete, IndicateurFige } from './arrete';

/** An arrêté that anybody may keep, and how many values were withheld from it. */
export interface ArretePublie {
  contenu: ContenuArrete;
  masquees: number;
}

/** How the values of a frozen indicator are hidden from a reader who produced none of them, by the name of their cell. */
export function masquesPublics(indicateur: IndicateurFige, seuil: number): ReturnType<typeof masquerValeurs> {
  return masquerValeurs({ ...indicateur, poids: indicateur.poids ?? [] }, indicateur.valeurs, seuil);
}

function publier(indicateur: IndicateurFige, seuil: number): { indicateur: IndicateurFige; masquees: number } {
  const masques = masquesPublics(indicateur, seuil);
  const { poids, ...reste } = indicateur;
  const valeurs = indicateur.valeurs.map((valeur) =>
    masques.has(cleDe(valeur))
      ? { ...valeur, valeur: null, absence: 'secret' as const, commentaire: '', source: '' }
      : valeur,
  );
  // Weights taken from another indicator are its values, small ones included.
  const lisibles = poids === undefined || indicateur.ponderationId !== null ? {} : { poids };
  return { indicateur: { ...reste, valeurs, ...lisibles }, masquees: masques.size };
}

/**
 * The content of an arrêté in its own shape, less the counts of people that are not published: they become values under
 * secrecy. With nothing to withhold, it is the very content that was hashed.
 */
export function publierArrete(arrete: ContenuArrete, seuil: number): ArretePublie {
  let total = 0;
  const fiches = arrete.fiches.map((fiche) => ({
    ...fiche,
    indicateurs: fiche.indicateurs.map((fige) => {
      const { indicateur, masquees } = publier(fige, seuil);
      total += masquees;
      return indicateur;
    }),
  }));
  return { contenu: { ...arrete, fiches }, masquees: total };
}
