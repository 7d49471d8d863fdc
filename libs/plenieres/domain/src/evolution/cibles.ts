import {
  cleDe,
  type Couverture,
  formaterAvecUnite,
  formaterValeur,
  libelleCouverture,
  ruptureApres,
} from '@pleniere/indicateurs/domain';
import type { CadreFige, IndicateurFige } from '../arretes/arrete';
import { seriesFigees } from '../arretes/chiffres';
import { type Discretion, TOUT_LIRE } from './discretion';
import type { CibleEchue } from './evolution';

/** True when a figure is on the hoped side of a target; null when the indicator hopes for no side. */
function atteint(nombre: number, cible: number, { sens, decimales }: IndicateurFige): boolean | null {
  if (sens === 'hausse') return nombre >= cible;
  if (sens === 'baisse') return nombre <= cible;
  // A mean is read rounded: what reads the same is the same.
  return sens === 'stable' ? Math.abs(nombre - cible) < 0.5 / 10 ** decimales : null;
}

/**
 * Targets of an indicator whose year has come, with what was found that very year. A year without a figure, one counted by
 * another definition than the target, or one that is not told, judges nothing.
 */
export function ciblesEchues(
  indicateur: IndicateurFige,
  cadre: CadreFige,
  { mot, tairaitEnsemble }: Discretion = TOUT_LIRE,
): CibleEchue[] {
  const { annees, parties, ensemble } = seriesFigees(indicateur, cadre);
  const series = ensemble ? [{ code: 'contrat', nom: 'Ensemble du contrat', serie: ensemble }] : parties;
  const seTait = (nombre: number | null, annee: number, territoire: string) =>
    mot(cleDe({ indicateurId: indicateur.id, annee, territoire, ventilation: 'total' })) !== null ||
    (ensemble !== null && tairaitEnsemble(nombre));
  return indicateur.cibles.flatMap(({ annee, valeur }) => {
    if (!annees.includes(annee) || ruptureApres(indicateur, annee)) return [];
    const constats = series.flatMap(({ code, nom, serie }) => {
      const lue = serie.find((une) => une.annee === annee);
      const nombre = lue?.nombre ?? null;
      const atteinte = nombre === null ? null : atteint(nombre, valeur, indicateur);
      if (atteinte === null || seTait(nombre, annee, code)) return [];
      return [{ territoire: nom, valeur: dire(nombre, lue?.couverture ?? null, indicateur), atteinte }];
    });
    return constats.length === 0 ? [] : [{ annee, cible: formaterValeur(valeur, indicateur), constats }];
  });
}

/** « 460 enfants », with how many territories they come from when some are missing. */
function dire(nombre: number | null, couverture: Couverture | null, indicateur: IndicateurFige): string {
  const partielle = couverture !== null && couverture.renseignes < couverture.attendus;
  const source = partielle ? `, ${libelleCouverture(couverture, indicateur.maille)}` : '';
  return formaterAvecUnite(nombre, indicateur) + source;
}
