import type { Qpv, ReferencePopulation } from '@pleniere/contrat/domain';
import type { IndicateurLu } from './fiche-lue';
import type { Action } from '../suivi/action';
import type { Declinaison } from '../suivi/declinaison';
import type { FicheResume } from './liste-fiches';

/** A fiche as its name and place are said beside something of it. */
export interface FicheDuQuartier {
  id: string;
  code: string;
  titre: string;
}

/** How a ville carries a fiche out in a quarter, or in all of its quarters. */
export type DeclinaisonDuQuartier = Omit<Declinaison, 'version' | 'recits'> & { fiche: FicheDuQuartier };

/** An action of a fiche that concerns a quarter. */
export type ActionDuQuartier = Pick<Action, 'id' | 'code' | 'titre' | 'pilote' | 'echeance' | 'statut'> & {
  fiche: FicheDuQuartier;
};

/** Somebody to ask about a quarter: who follows it for its ville or for the State. */
export interface PersonneAInterroger {
  id: string;
  nom: string;
  fonction: string;
  role: 'referent' | 'delegue';
  organisation: string;
}

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
  declinaisons: DeclinaisonDuQuartier[];
  /** Actions of the fiches that concern it, the nearest due date first. */
  actions: ActionDuQuartier[];
  /** Nobody for whoever reads what is in force only. */
  personnes: PersonneAInterroger[];
  indicateurs: (IndicateurLu & { fiche: FicheDuQuartier })[];
}

/** A fiche as residents read it: in force, public fields only, public values only. */
export interface FichePublique {
  code: string;
  titre: string;
  enjeu: { libelle: string; intitule: string; couleur: string };
  resumePublic: string;
  /** Quartiers that the fiche concerns, named as residents say them. */
  quartiers: { code: string; nom: string }[];
  meteo: string | null;
}
