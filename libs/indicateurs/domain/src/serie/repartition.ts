import { FINE, formaterNombre, INSECABLE } from '@pleniere/shared/domain';
import type { Dimension, Indicateur } from '../definition/indicateur';
import { LIBELLES_VENTILATIONS } from '../indicateurs.labels';
import { partiesDe } from '../saisie/ventilation';
import type { Territoire, Ventilation } from '../saisie/valeur';
import { libellePartDesFemmes, partDesFemmes } from './part-des-femmes';
import { type IndicateurAvecValeurs, seRassemble } from './serie';

/** The people of one part in a year. */
export interface PartDAnnee {
  ventilation: Ventilation;
  nombre: number;
}

/** The people of a year by the parts of one characteristic. */
export interface RepartitionAnnuelle {
  annee: number;
  /** Parts that somebody counted, in the order of the rows; none when the split is missing. */
  parts: PartDAnnee[];
  /** What the year counts in all; null when nobody gave it. */
  total: number | null;
  /** Territories that gave a part, of those that gave a figure. */
  ventiles: number;
  renseignes: number;
}

/** True when the parts of these territories make one figure: those of one territory, or counts that add up. */
export function seVentileEnsemble(
  indicateur: Pick<Indicateur, 'nature' | 'agregation'>,
  territoires: readonly Territoire[],
): boolean {
  return territoires.length === 1 || (seRassemble(indicateur) && indicateur.agregation === 'somme');
}

/** The split of each year over several territories by one characteristic; a year without any figure is left out. */
export function repartitions(
  { valeurs }: Pick<IndicateurAvecValeurs, 'valeurs'>,
  dimension: Dimension,
  territoires: readonly Territoire[],
  annees: readonly number[],
): RepartitionAnnuelle[] {
  const parties = partiesDe(dimension);
  return annees.flatMap((annee) => {
    const connues = valeurs.flatMap(({ annee: quand, territoire, ventilation, valeur }) =>
      quand === annee && typeof valeur === 'number' && territoires.includes(territoire)
        ? [{ territoire, ventilation, nombre: valeur }]
        : [],
    );
    const somme = (part: Ventilation) => {
      const nombres = connues.filter(({ ventilation }) => ventilation === part).map(({ nombre }) => nombre);
      return nombres.length > 0 ? nombres.reduce((a, b) => a + b, 0) : null;
    };
    const parts = parties.flatMap((ventilation) => {
      const nombre = somme(ventilation);
      return nombre === null ? [] : [{ ventilation, nombre }];
    });
    const total = somme('total');
    if (total === null && parts.length === 0) return [];
    const ventiles = connues.filter(({ ventilation }) => parties.includes(ventilation));
    const compter = (cas: typeof connues) => new Set(cas.map(({ territoire }) => territoire)).size;
    const renseignes = connues.filter(({ ventilation }) => ventilation === 'total' || parties.includes(ventilation));
    return [{ annee, parts, total, ventiles: compter(ventiles), renseignes: compter(renseignes) }];
  });
}

function phraseParAge(derniere: RepartitionAnnuelle | undefined, annee: number): string {
  const connues = derniere?.parts.filter(({ ventilation }) => ventilation !== 'age-non-precise') ?? [];
  const somme = connues.reduce((total, { nombre }) => total + nombre, 0);
  if (somme === 0) return `Répartition par âge en ${annee}${INSECABLE}: non renseignée.`;
  const tete = connues.reduce((a, b) => (b.nombre > a.nombre ? b : a));
  const taux = formaterNombre(Math.round((100 * tete.nombre) / somme));
  const tranche = LIBELLES_VENTILATIONS[tete.ventilation].toLowerCase();
  return `En ${annee}, la tranche la plus présente${INSECABLE}: ${tranche}, ${taux}${FINE}% des personnes dont l’âge est connu.`;
}

/** What the split says of its last year in one sentence: the share of women, or the widest age band. */
export function phraseRepartition(
  indicateur: IndicateurAvecValeurs,
  dimension: Dimension,
  territoires: readonly Territoire[],
  annees: readonly number[],
): string {
  const derniere = repartitions(indicateur, dimension, territoires, annees).at(-1);
  if (!derniere) return 'Aucune valeur à répartir.';
  const { annee } = derniere;
  if (dimension === 'age') return phraseParAge(derniere, annee);
  return libellePartDesFemmes(indicateur, annee, partDesFemmes(indicateur.valeurs, annee, territoires));
}
