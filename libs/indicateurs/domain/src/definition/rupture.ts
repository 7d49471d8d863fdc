import { estDansLeContrat, INSECABLE, type PeriodeContrat, type Refus } from '@pleniere/shared/domain';
import type { DefinitionPassee, Indicateur, IndicateurSaisie, Rupture } from './indicateur';

/** Parts of a definition that decide what a value means: another wording of them may make another indicator. */
export const CHAMPS_DU_SENS = ['unite', 'definition', 'numerateur', 'denominateur', 'methode'] as const;

/** What is typed to start a new definition: from which year, why, and what it says. */
export interface RuptureSaisie {
  depuis: number;
  motif: string;
  definition: Partial<IndicateurSaisie>;
}

/** Longest reason of a break. */
export const LIMITE_MOTIF_RUPTURE = 1000;

/** True when a change touches what the recorded values mean. */
export function changeLeSens(courant: IndicateurSaisie, saisie: Partial<IndicateurSaisie>): boolean {
  return CHAMPS_DU_SENS.some((champ) => saisie[champ] !== undefined && saisie[champ]?.trim() !== courant[champ].trim());
}

/** Checks the first year of a new definition: in the contrat, and after the previous break. */
export function verifierDepuis(
  depuis: number,
  { ruptures }: Pick<Indicateur, 'ruptures'>,
  periode: PeriodeContrat,
): Refus {
  const { anneeDebut, anneeFin } = periode;
  if (depuis === anneeDebut || !estDansLeContrat(depuis, periode)) {
    return `Une nouvelle définition commence entre ${anneeDebut + 1} et ${anneeFin}.`;
  }
  const derniere = ruptures.at(-1);
  if (!derniere || depuis > derniere.depuis) return null;
  return `La définition a déjà changé en ${derniere.depuis}${INSECABLE}: donnez une année plus tardive.`;
}

/** What a definition says today, kept when another one follows it. */
export function definitionPassee(indicateur: Indicateur): DefinitionPassee {
  const { libelle, unite, definition, numerateur, denominateur, methode, source, reference, cibles } = indicateur;
  return { libelle, unite, definition, numerateur, denominateur, methode, source, reference, cibles };
}

/** The break that separates a year from the definition of today; null when the year already follows it. */
export function ruptureApres({ ruptures }: Pick<Indicateur, 'ruptures'>, annee: number): Rupture | null {
  return ruptures.find(({ depuis }) => depuis > annee) ?? null;
}

/** The last break at or before a year: values from there on follow the same definition. */
export function ruptureAvant({ ruptures }: Pick<Indicateur, 'ruptures'>, annee: number): Rupture | null {
  return ruptures.findLast(({ depuis }) => depuis <= annee) ?? null;
}
