import type { IndicateurAvecValeurs } from '../serie/serie';
import type { Territoire } from './valeur';

/** A fiche in the page of the grid: its name, where it applies, its indicators, and what the reader may do there. */
export interface FicheDeGrille {
  id: string;
  code: string;
  titre: string;
  titreCourt: string;
  enjeu: { couleur: string };
  contenu: { cadreOu?: { portee: string; qpv: string[]; communes: string[] } | null };
  /** Null when the page asked for another fiche only. */
  indicateurs: IndicateurAvecValeurs[] | null;
  droits: {
    indicateurs: boolean;
    /** Territories where the reader enters values; null = all. */
    territoires: Territoire[] | null;
  };
}
