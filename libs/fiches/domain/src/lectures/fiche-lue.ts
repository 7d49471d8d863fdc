import type { Enjeu } from '@pleniere/contrat/domain';
import type { IndicateurAvecValeurs } from '@pleniere/indicateurs/domain';
import type { Avis } from '../circuit/avis';
import type { SituationFiche, StatutFiche, TransitionDisponible } from '../circuit/circuit';
import type { CorrectionDemandee, Filiation, IssueFiche, RevisionResumee } from '../circuit/revision';
import type { Completude } from '../fiche/completude';
import type { ChampId, ContenuFiche, EtatChamp } from '../fiche/contenu';
import type { Action } from '../suivi/action';
import type { Declinaison, Meteo } from '../suivi/declinaison';

/** One fiche with everything, as one statement reads it. */
export interface FicheLue {
  id: string;
  /** Canonical code, `T1.1`. */
  code: string;
  version: number;
  statut: StatutFiche;
  /** Number of the revision that is read. */
  revision: number;
  /** Number of the revision in force, null when none ever was. */
  enVigueur: number | null;
  /** Life of its revisions, newest first; of those that were in force only, for whoever reads nothing else. */
  revisions: RevisionResumee[];
  correction: CorrectionDemandee | null;
  /** Avis of the State on its revisions, newest first; none for whoever reads what is in force only. */
  avis: Avis[];
  /** What it became, once archived. */
  issue: IssueFiche | null;
  filiation: Filiation;
  contrat: { id: string; titre: string; anneeDebut: number; anneeFin: number };
  enjeu: Pick<Enjeu, 'id' | 'type' | 'numero' | 'intitule' | 'couleur'>;
  /** Commitment sentence of the field `orientation`, or null. */
  orientationTexte: string | null;
  contenu: Partial<ContenuFiche>;
  champs: Partial<Record<ChampId, EtatChamp>>;
  meteo: Meteo | null;
  actions: Action[];
  declinaisons: Declinaison[];
  indicateurs: IndicateurLu[];
  completude: Completude;
  /** What the caller may do here. */
  droits: DroitsFiche;
  transitions: TransitionDisponible[];
  /** What the guards of the circuit look at. */
  situation: SituationFiche;
  /** People to whom a correction may be asked. */
  destinataires: { id: string; nom: string }[];
}

/** An indicator of the fiche with all its values. */
export type IndicateurLu = IndicateurAvecValeurs;

/** What the caller may do on a fiche; reasons are for screens to explain a disabled button. */
export interface DroitsFiche {
  ecrire: boolean;
  refusEcriture: string | null;
  indicateurs: boolean;
  /** Actions are followed while the text is in force too. */
  actions: boolean;
  /** Organisations (villes) whose déclinaison the caller may write; null = all. */
  declinaisons: string[] | null;
  /** Territories for which the caller may enter values; null = all. */
  territoires: string[] | null;
}

/** Answer to a written field. */
export interface ChampEnregistre<C extends ChampId = ChampId> {
  champ: C;
  valeur: ContenuFiche[C];
  etat: EtatChamp;
  completude: Completude;
}

/** Current state of a field, sent with a 412 so that the screen shows both texts. */
export interface ChampEnConflit<C extends ChampId = ChampId> {
  valeur: ContenuFiche[C];
  etat: EtatChamp;
}
