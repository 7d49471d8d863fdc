import type { Qpv, ReferencePopulation } from '@pleniere/contrat/domain';
import type { IndicateurLu } from './fiche-lue';
import type { FicheResume } from './liste-fiches';

/** One quarter in the list, with what is known of it this year. */
export interface QuartierResume extends Pick<Qpv, 'code' | 'libelle' | 'libelleEditorial' | 'communes' | 'npnru'> {
  fiches: number;
  valeursRenseignees: number;
  valeursAttendues: number;
  /** GeoJSON MultiPolygon coordinates (WGS 84), or null. */
  contour: number[][][][] | null;
}

/** A quarter with the fiches that concern it and the values recorded there. */
export interface QuartierLu extends QuartierResume {
  /** Its inhabitants, as the latest reference file counted them; null when none was loaded. */
  population: ReferencePopulation | null;
  fichesConcernees: FicheResume[];
  indicateurs: (IndicateurLu & { fiche: { id: string; code: string; titre: string } })[];
}

/** A fiche as residents read it: in force, public fields only, public values only. */
export interface FichePublique {
  code: string;
  titre: string;
  enjeu: { libelle: string; intitule: string; couleur: string };
  resumePublic: string;
  /** Names of the quartiers that the fiche concerns, as residents say them. */
  quartiers: string[];
  meteo: string | null;
}
