import type { Enjeu } from '@pleniere/contrat/domain';
import type { Action, Avis, ChampId, FicheLiee, Meteo } from '@pleniere/fiches/domain';
import type { Decision } from '../decision';
import type { FicheDuPoint } from '../decision';
import type { Passage } from './passages';

/** One of the two arrêtés that are compared. */
export interface ArreteCompare {
  numero: number;
  titre: string;
  /** Instant (ISO, UTC). */
  figeLe: string;
  seance: { instance: string; date: string } | null;
}

/** A field whose words changed. */
export interface ChampChange {
  champ: ChampId;
  libelle: string;
  passages: Passage[];
}

/** A figure that was not there, is not there any more, or says something else; `null` where nothing was written. */
export interface ValeurEvoluee {
  annee: number;
  territoire: string;
  /** True for the contrat as a whole. */
  ensemble: boolean;
  /** Part of the people, empty for all of them. */
  part: string;
  avant: string | null;
  apres: string | null;
}

/** A target whose year has come, against what was found that year; in several territories when each has its own figure. */
export interface CibleEchue {
  annee: number;
  cible: string;
  constats: { territoire: string; valeur: string; atteinte: boolean }[];
}

/** What moved in one indicator. */
export interface IndicateurEvolue {
  id: string;
  libelle: string;
  sorte: 'nouveau' | 'retire' | 'suivi';
  /** What its figures say now, in one sentence; empty when it is gone. */
  phrase: string;
  arrivees: ValeurEvoluee[];
  changees: ValeurEvoluee[];
  /** Targets judged since. */
  cibles: CibleEchue[];
  /** True when what is counted, its baseline or its targets are written otherwise. */
  redefini: boolean;
}

/** A weather that moved: of the whole fiche, or of one of its déclinaisons. */
export interface MeteoEvoluee {
  avant: Meteo | null;
  apres: Meteo | null;
  explication: string;
}

/** Something that ought to be done; `deja` when it was late at the arrêté before. */
export type EnRetard<T> = T & { deja: boolean };

/** What became of the actions of a fiche. */
export interface ActionsEvoluees {
  nouvelles: Action[];
  faites: Action[];
  /** Put off or given up. */
  suspendues: Action[];
  enRetard: EnRetard<Action>[];
}

/** What moved in a fiche that both arrêtés hold. */
export interface FicheEvoluee extends FicheDuPoint {
  /** Code that it bore, when it was numbered again. */
  ancienCode: string | null;
  champs: ChampChange[];
  indicateurs: IndicateurEvolue[];
  meteo: MeteoEvoluee | null;
  /** Weather of its déclinaisons, each with its name. */
  declinaisons: (MeteoEvoluee & { nom: string })[];
  avis: Avis[];
  /** Points of earlier avis that were answered since. */
  pointsLeves: number;
  actions: ActionsEvoluees;
}

/** A fiche that came in, with those that it comes from among the earlier ones. */
export interface FicheAjoutee extends FicheDuPoint {
  resume: string;
  origines: FicheLiee[];
}

/** A fiche that went, with those that come from it. */
export interface FicheRetiree extends FicheDuPoint {
  suites: FicheDuPoint[];
}

/** What moved under one enjeu. */
export interface EnjeuEvolue extends Pick<Enjeu, 'id' | 'type' | 'numero' | 'intitule' | 'couleur'> {
  ajoutees: FicheAjoutee[];
  retirees: FicheRetiree[];
  changees: FicheEvoluee[];
  /** Nothing moved in them, but some of their actions may be late, as they were. */
  inchangees: (FicheDuPoint & { actionsEnRetard: number })[];
}

/** What became of the decisions of the instances. */
export interface DecisionsEvoluees {
  prises: Decision[];
  faites: Decision[];
  abandonnees: Decision[];
  enRetard: EnRetard<Decision>[];
}

/** What changed from an arrêté to another. */
export interface Evolution {
  avant: ArreteCompare;
  apres: ArreteCompare;
  enjeux: EnjeuEvolue[];
  decisions: DecisionsEvoluees;
}
