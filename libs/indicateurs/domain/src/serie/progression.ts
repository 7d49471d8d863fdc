import { formaterNombre, FINE } from '@pleniere/shared/domain';
import { cibleFinale, type Indicateur, type Repere, type Sens } from '../definition/indicateur';
import { ruptureApres } from '../definition/rupture';
import type { AnneeDeSerie } from './serie';

/** Share of the way made from baseline to target (1 = reached), or the reason why it cannot be computed. */
export type Progression = { taux: number } | { nonCalculable: string };

/**
 * Progress = (valeur − référence) / (cible − référence), the rate used by the State's PILOTE. It exists only for a
 * hoped rise or fall, with the three terms, and a target that lies on the hoped side of the baseline.
 */
export function progression(
  valeur: number | null,
  reference: Repere | null,
  cible: Repere | null,
  sens: Sens,
): Progression {
  if (sens !== 'hausse' && sens !== 'baisse') return { nonCalculable: 'aucune évolution n’est visée' };
  if (reference === null) return { nonCalculable: 'il manque la valeur de référence' };
  if (cible === null) return { nonCalculable: 'il manque la cible' };
  if (valeur === null) return { nonCalculable: 'il manque une valeur' };
  const chemin = cible.valeur - reference.valeur;
  if (chemin === 0) return { nonCalculable: 'la cible est égale à la référence' };
  if (chemin > 0 !== (sens === 'hausse')) return { nonCalculable: 'la cible va contre le sens attendu' };
  return { taux: (valeur - reference.valeur) / chemin };
}

/** Progress of a series at its last known number; a value older than the definition of today is compared with nothing. */
export function progressionDeSerie(
  indicateur: Pick<Indicateur, 'reference' | 'cibles' | 'sens' | 'ruptures'>,
  serie: readonly AnneeDeSerie[],
): Progression {
  const derniere = serie.findLast(({ nombre }) => nombre !== null);
  const rupture = derniere && ruptureApres(indicateur, derniere.annee);
  if (rupture) return { nonCalculable: `la définition change en ${rupture.depuis}` };
  const { reference, sens } = indicateur;
  return progression(derniere?.nombre ?? null, reference, cibleFinale(indicateur), sens);
}

/** « 42 % du chemin », or « non calculable : il manque la cible ». */
export function libelleProgression(resultat: Progression): string {
  if ('nonCalculable' in resultat) return `non calculable\u00A0: ${resultat.nonCalculable}`;
  return `${formaterNombre(Math.round(resultat.taux * 100))}${FINE}% du chemin`;
}
