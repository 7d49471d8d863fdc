import type { IndicateurAvecValeurs } from '@pleniere/indicateurs/domain';

/** A QPV or a commune with the name that people use. */
export interface TerritoireNomme {
  code: string;
  nom: string;
}

/** A fiche as the grid names it. */
export interface FicheNommee {
  id: string;
  code: string;
  nom: string;
}

/** Indicators that share their territories and the rights of the reader: those of a fiche, or one alone. */
export interface GroupeGrille {
  /** Fiche whose heading comes above; null when the page says it. */
  fiche: FicheNommee | null;
  indicateurs: readonly IndicateurAvecValeurs[];
  /** QPV and communes, in the order of the rows. */
  territoires: readonly TerritoireNomme[];
  /** Territories for which the person may enter values; null = all. */
  territoiresPermis: readonly string[] | null;
}

/** What a page gives to its grid. */
export interface DonneesGrille {
  groupes: readonly GroupeGrille[];
  annees: readonly number[];
  anneeCourante: number;
  /** Keep only the rows where a value is missing, as they were when the page was read. */
  manques: boolean;
}
