import { FINE, formaterNombre, INSECABLE } from '@pleniere/shared/domain';
import type { Indicateur } from '../definition/indicateur';
import { formaterValeur } from '../indicateurs.labels';
import type { Territoire } from '../saisie/valeur';
import type { IndicateurAvecValeurs } from './serie';

/** A quartier against the whole EPCI, in the last year that both know. */
export interface Ecart {
  territoire: Territoire;
  annee: number;
  quartier: number;
  ensemble: number;
  /** In points for a percentage, as a share of the EPCI's value otherwise; null when that value is 0. */
  ecart: number | null;
  sens: 'favorable' | 'defavorable' | 'neutre';
}

function nombreDe({ valeurs }: IndicateurAvecValeurs, territoire: Territoire, annee: number): number | null {
  const connue = valeurs.find(
    (valeur) => valeur.annee === annee && valeur.territoire === territoire && valeur.ventilation === 'total',
  );
  return typeof connue?.valeur === 'number' ? connue.valeur : null;
}

function sensDe(difference: number, { sens }: Pick<Indicateur, 'sens'>): Ecart['sens'] {
  if (difference === 0 || (sens !== 'hausse' && sens !== 'baisse')) return 'neutre';
  return difference > 0 === (sens === 'hausse') ? 'favorable' : 'defavorable';
}

/** Gap of a quartier to the EPCI (whose value is that of the territory `contrat`); null when no year has both. */
export function ecartDe(indicateur: IndicateurAvecValeurs, territoire: Territoire): Ecart | null {
  const annees = [...new Set(indicateur.valeurs.map(({ annee }) => annee))].sort((a, b) => b - a);
  for (const annee of annees) {
    const [quartier, ensemble] = [nombreDe(indicateur, territoire, annee), nombreDe(indicateur, 'contrat', annee)];
    if (quartier === null || ensemble === null) continue;
    const difference = quartier - ensemble;
    const relatif = ensemble === 0 ? null : difference / ensemble;
    const ecart = indicateur.nature === 'pourcentage' ? difference : relatif;
    return { territoire, annee, quartier, ensemble, ecart, sens: sensDe(difference, indicateur) };
  }
  return null;
}

/** « 21,4 points au-dessus de la métropole », « 35 % en dessous », or « comme la métropole ». */
export function libelleEcart({ quartier, ensemble, ecart }: Ecart, { nature }: Pick<Indicateur, 'nature'>): string {
  if (quartier === ensemble) return 'comme l’ensemble';
  if (ecart === null) return 'écart non calculable';
  const ou = quartier > ensemble ? 'au-dessus' : 'en dessous';
  const taille = Math.abs(ecart);
  if (nature !== 'pourcentage') return `${formaterNombre(Math.round(taille * 100))}${FINE}% ${ou}`;
  const points = Math.round(taille * 10) / 10;
  return `${formaterNombre(points)}${INSECABLE}point${points < 2 ? '' : 's'} ${ou}`;
}

/** What the gap says in one sentence, with both figures. */
export function phraseEcart(ecart: Ecart, indicateur: Indicateur, nom: string): string {
  const [quartier, ensemble] = [ecart.quartier, ecart.ensemble].map((nombre) => formaterValeur(nombre, indicateur));
  const ou = libelleEcart(ecart, indicateur);
  return `${nom}${INSECABLE}: ${quartier} en ${ecart.annee}, contre ${ensemble} pour l’ensemble, soit ${ou}.`;
}
