import { estAttendue } from '@pleniere/indicateurs/domain';
import type { DonneesGrille } from './groupe';
import { cleDeLigne, territoiresDe } from './lignes';

/** Rows of territories where a year that is over or running bears neither a value nor a reason of absence. */
export function lignesIncompletes({ groupes, annees, anneeCourante }: DonneesGrille): ReadonlySet<string> {
  const echues = annees.filter((annee) => annee <= anneeCourante);
  const incompletes = groupes.flatMap(({ indicateurs, territoires }) =>
    indicateurs.flatMap((indicateur) => {
      const remplies = new Set(
        indicateur.valeurs.flatMap(({ territoire, annee, ventilation }) =>
          ventilation === 'total' ? [`${territoire}/${annee}`] : [],
        ),
      );
      const attendues = echues.filter((annee) => estAttendue(indicateur, annee));
      return territoiresDe(indicateur, territoires)
        .filter(({ code }) => attendues.some((annee) => !remplies.has(`${code}/${annee}`)))
        .map(({ code }) => cleDeLigne(indicateur, code));
    }),
  );
  return new Set(incompletes);
}
