import type { Contour } from '@pleniere/contrat/domain';
import type { IndicateurPublie } from '@pleniere/fiches/api';

/** A quartier on the map and in the list. */
export interface QuartierDuSite {
  code: string;
  nom: string;
  communes: string[];
  contour: Contour | null;
}

/** A quartier with what was measured there and how many people live in it. */
export interface QuartierDuSiteLu extends QuartierDuSite {
  population: { millesime: number; population: number; source: string } | null;
  /** Public indicators followed quartier by quartier, with the values of this one alone. */
  mesures: { fiche: { code: string; titre: string }; indicateur: IndicateurPublie }[];
}
