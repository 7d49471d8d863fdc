import type { IndicateurLu } from '@pleniere/fiches/domain';
import type { Valeur } from '@pleniere/indicateurs/domain';
import type { LotEnregistre } from '@pleniere/indicateurs/web';

type Case = Pick<Valeur, 'indicateurId' | 'annee' | 'territoire'>;

function cle({ indicateurId, annee, territoire }: Case): string {
  return `${indicateurId}/${annee}/${territoire}`;
}

/** The indicators with what has just been written in the grid. */
export function integrer(indicateurs: readonly IndicateurLu[], { valeurs, effacees }: LotEnregistre): IndicateurLu[] {
  const touchees = new Set([...valeurs, ...effacees].map(cle));
  return indicateurs.map((indicateur) => ({
    ...indicateur,
    valeurs: [
      ...indicateur.valeurs.filter((valeur) => !touchees.has(cle(valeur))),
      ...valeurs.filter((valeur) => valeur.indicateurId === indicateur.id),
    ],
  }));
}
