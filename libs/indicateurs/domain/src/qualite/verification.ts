import type { Cellule, CelluleActuelle, Valeur } from '../saisie/valeur';
import type { Indicateur } from '../definition/indicateur';
import type { Alerte } from './alertes';

/** What the team makes of an entered value: it stands, or its author takes it up again. */
export const DECISIONS_VALEUR = ['valider', 'retourner'] as const;
/** Slug of such a decision. */
export type DecisionValeur = (typeof DECISIONS_VALEUR)[number];

/** A cell from the version that was read. */
export type CelluleVersionnee = Cellule & Pick<Valeur, 'version'>;

/** Several values decided at once; `motif` is asked when they are returned. */
export interface DecisionDeValeurs {
  cellules: CelluleVersionnee[];
  decision: DecisionValeur;
  motif: string;
}

/** What became of each cell: decided; written by somebody else since it was read; or not to be decided, and why. */
export interface BilanDecision {
  decidees: Valeur[];
  perimees: CelluleActuelle[];
  refusees: (Cellule & { detail: string })[];
}

/** A value that waits for the team or that it returned, with what makes it doubtful. */
export interface ValeurAVerifier extends Valeur {
  /** The same cell the last time it was measured; null when nothing compares. */
  precedente: Pick<Valeur, 'annee' | 'valeur' | 'absence'> | null;
  alertes: Alerte[];
}

/** An indicator as the list of values to check names it. */
export type IndicateurAVerifier = Pick<
  Indicateur,
  'id' | 'ficheId' | 'libelle' | 'nature' | 'unite' | 'decimales' | 'modalites'
> & { ficheCode: string | null };

/** Values of a year that the team has to look at, indicator by indicator. */
export interface Verification {
  annee: number;
  indicateurs: IndicateurAVerifier[];
  valeurs: ValeurAVerifier[];
}

/** Limits of a decision on several values at once. */
export const LIMITES_DECISION = { cellules: 5000, motif: 1000 } as const;
