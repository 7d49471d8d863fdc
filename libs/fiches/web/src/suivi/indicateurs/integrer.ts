import type { IndicateurLu } from '@pleniere/fiches/domain';
import { cleDe } from '@pleniere/indicateurs/domain';
import type { LotEnregistre } from '@pleniere/indicateurs/web';

/** The indicators with what has just been written in the grid. */
export function integrer(indicateurs: readonly IndicateurLu[], { valeurs, effacees }: LotEnregistre): IndicateurLu[] {
  const touchees = new Set([...valeurs, ...effacees].map(cleDe));
  return indicateurs.map((indicateur) => ({
    ...indicateur,
    valeurs: [
      ...indicateur.valeurs.filter((valeur) => !touchees.has(cleDe(valeur))),
      ...valeurs.filter((valeur) => valeur.indicateurId === indicateur.id),
    ],
  }));
}
