import { FINE, formaterNombre, INSECABLE } from '@pleniere/shared/domain';
import type { Indicateur } from '../definition/indicateur';
import type { Territoire, Valeur, Ventilation } from '../saisie/valeur';

/** Share of women among the people whose sex is known, and the share of people whose sex is known. */
export interface PartDesFemmes {
  /** Between 0 and 1. */
  part: number;
  /** Between 0 and 1; null when the total is missing. */
  declaration: number | null;
}

/** Share of women of a year over several territories; null when nobody gave the split. */
export function partDesFemmes(
  valeurs: readonly Pick<Valeur, 'annee' | 'territoire' | 'ventilation' | 'valeur'>[],
  annee: number,
  territoires: readonly Territoire[],
): PartDesFemmes | null {
  const nombre = (territoire: Territoire, part: Ventilation): number | null => {
    const connue = valeurs.find(
      (valeur) => valeur.annee === annee && valeur.territoire === territoire && valeur.ventilation === part,
    );
    return typeof connue?.valeur === 'number' ? connue.valeur : null;
  };
  const comptes = territoires.map((territoire) => {
    const [femmes, hommes] = [nombre(territoire, 'femmes'), nombre(territoire, 'hommes')];
    const ventile = femmes !== null && hommes !== null;
    return { femmes: ventile ? femmes : 0, connus: ventile ? femmes + hommes : 0, total: nombre(territoire, 'total') };
  });
  const somme = (lire: (compte: (typeof comptes)[number]) => number) =>
    comptes.reduce((total, compte) => total + lire(compte), 0);
  const connus = somme((compte) => compte.connus);
  if (connus === 0) return null;
  const total = somme((compte) => Math.max(compte.total ?? 0, compte.connus));
  const sansTotal = comptes.every((compte) => compte.total === null);
  return { part: somme(({ femmes }) => femmes) / connus, declaration: sansTotal ? null : connus / total };
}

const pourcent = (taux: number) => `${formaterNombre(Math.round(taux * 100))}${FINE}%`;

/** « 58 % de femmes en 2025, sexe connu pour 92 % », or that the split is missing; empty when it is not asked for. */
export function libellePartDesFemmes(
  { ventilations }: Pick<Indicateur, 'ventilations'>,
  annee: number,
  part: PartDesFemmes | null,
): string {
  if (!ventilations.includes('sexe')) return '';
  if (part === null) return `Part des femmes en ${annee}${INSECABLE}: non renseignée.`;
  const connus = part.declaration === null ? '' : `, sexe connu pour ${pourcent(part.declaration)}`;
  return `Part des femmes en ${annee}${INSECABLE}: ${pourcent(part.part)}${connus}.`;
}
