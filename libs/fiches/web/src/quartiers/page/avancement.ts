import {
  type AnneeDeSerie,
  cibleFinale,
  formaterValeur,
  type IndicateurAvecValeurs,
  phraseSerie,
  progressionDeSerie,
  ruptureApres,
  type Repere,
  seRassemble,
  serieDuTerritoire,
} from '@pleniere/indicateurs/domain';
import { INSECABLE } from '@pleniere/shared/domain';

/** Where an indicator stands in a quartier, from the last value that is known. */
export type Position = 'atteinte' | 'en-chemin' | 'en-retard' | 'sans-cible' | 'sans-valeur';

/** An indicator as one quartier knows it. */
export interface Avancement<I extends IndicateurAvecValeurs = IndicateurAvecValeurs> {
  /** The indicator, without the baseline and targets that do not hold for one quartier alone. */
  indicateur: I;
  position: Position;
  /** Share of the way to the last target; null when it cannot be computed. */
  taux: number | null;
  phrase: string;
  /** Target set for all the quartiers together, in words; null when there is none. */
  cibleCommune: string | null;
  /** Years that expect a value and have neither value nor absence. */
  manquantes: number[];
  /** Target of a past year that the value of that year did not reach. */
  manquee: Repere | null;
}

/** A sum has its baseline and targets for all the quartiers together: they say nothing of one alone. */
function pourUnQuartier<I extends IndicateurAvecValeurs>(indicateur: I): I {
  const somme = seRassemble(indicateur) && indicateur.agregation === 'somme';
  return somme ? { ...indicateur, reference: null, cibles: [] } : indicateur;
}

function direCibleCommune(indicateur: IndicateurAvecValeurs): string | null {
  const cible = cibleFinale(indicateur);
  if (!cible) return null;
  return `Cible commune à tous les quartiers${INSECABLE}: ${formaterValeur(cible.valeur, indicateur)} en ${cible.annee}.`;
}

function cibleManquee(indicateur: IndicateurAvecValeurs, serie: readonly AnneeDeSerie[]): Repere | null {
  const { cibles, sens } = indicateur;
  if (sens !== 'hausse' && sens !== 'baisse') return null;
  const derniere = serie.findLast(({ nombre }) => nombre !== null);
  if (!derniere || derniere.nombre === null || ruptureApres(indicateur, derniere.annee)) return null;
  const echue = cibles.filter(({ annee }) => annee <= derniere.annee).sort((a, b) => b.annee - a.annee)[0];
  if (!echue) return null;
  const atteinte = sens === 'hausse' ? derniere.nombre >= echue.valeur : derniere.nombre <= echue.valeur;
  return atteinte ? null : echue;
}

function positionDe(
  indicateur: IndicateurAvecValeurs,
  serie: readonly AnneeDeSerie[],
  taux: number | null,
  manquee: Repere | null,
): Position {
  const derniere = serie.findLast(({ valeur }) => valeur !== null);
  if (!derniere) return 'sans-valeur';
  if (manquee || (taux !== null && taux < 0)) return 'en-retard';
  if (indicateur.cibles.length === 0 || derniere.nombre === null || !['hausse', 'baisse'].includes(indicateur.sens)) {
    return 'sans-cible';
  }
  const echue = indicateur.cibles.some(({ annee }) => annee <= derniere.annee);
  return echue || (taux ?? 0) >= 1 ? 'atteinte' : 'en-chemin';
}

/** Reads where an indicator stands in a quartier, and what is missing there. */
export function lireAvancement<I extends IndicateurAvecValeurs>(
  complet: I,
  quartier: string,
  annees: readonly number[],
  anneeCourante: number,
): Avancement<I> {
  const indicateur = pourUnQuartier(complet);
  const serie = serieDuTerritoire(indicateur, quartier, annees, anneeCourante);
  const chemin = progressionDeSerie(indicateur, serie);
  const taux = 'taux' in chemin ? chemin.taux : null;
  const manquee = cibleManquee(indicateur, serie);
  return {
    indicateur,
    position: positionDe(indicateur, serie, taux, manquee),
    taux,
    phrase: phraseSerie(indicateur, serie),
    cibleCommune: indicateur === complet ? null : direCibleCommune(complet),
    manquantes: serie.filter(({ absence }) => absence === 'non-renseigne').map(({ annee }) => annee),
    manquee,
  };
}
