import type { IndicateurAVerifier } from '../qualite/verification';
import type { Cellule, Contenu, Valeur } from '../saisie/valeur';

/** Where a contestation stands: waiting for the team, followed, declined, or withdrawn by its author. */
export const STATUTS_CONTESTATION = ['ouverte', 'acceptee', 'refusee', 'retiree'] as const;
/** Slug of a contestation's statut. */
export type StatutContestation = (typeof STATUTS_CONTESTATION)[number];

/** What stood in the cell when it was contested. */
export type ValeurContestee = Pick<Valeur, 'valeur' | 'absence'>;

/** Another value that a délégué proposes, with why and from where, until the team decides. */
export interface Contestation extends Cellule {
  id: string;
  version: number;
  valeurContestee: ValeurContestee;
  valeurProposee: Exclude<Contenu, null>;
  motif: string;
  source: string;
  statut: StatutContestation;
  /** Who proposes: only they may withdraw it. */
  auteurId: string;
  auteur: string;
  ouverteLe: string;
  reponse: string;
  decideePar: string | null;
  decideeLe: string | null;
}

/** A contestation in its list: the indicator in words, and what stands in the cell now. */
export interface ContestationSituee extends Contestation {
  indicateur: IndicateurAVerifier;
  actuelle: Valeur | null;
}

/** What is typed to contest a value. */
export type ContestationSaisie = Cellule & Pick<Contestation, 'valeurProposee' | 'motif' | 'source'>;

/** What the team makes of a contestation. */
export const DECISIONS_CONTESTATION = ['accepter', 'refuser'] as const;
/** Slug of such a decision. */
export type DecisionContestation = (typeof DECISIONS_CONTESTATION)[number];

/** The decision with its reply; `versionValeur` is that of the value read beside it, null when the cell was empty. */
export interface DecisionDeContestation {
  decision: DecisionContestation;
  reponse: string;
  versionValeur: number | null;
}

/** French label of each statut. */
export const LIBELLES_STATUTS_CONTESTATION: Readonly<Record<StatutContestation, string>> = {
  ouverte: 'À décider',
  acceptee: 'Acceptée',
  refusee: 'Refusée',
  retiree: 'Retirée',
};

/** Limits shared by the form and the API. */
export const LIMITES_CONTESTATION = { motif: 2000, source: 500, reponse: 2000 } as const;
