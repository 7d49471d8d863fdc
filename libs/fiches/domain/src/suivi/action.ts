import { LIBELLES_NIVEAUX_PARTICIPATION, NIVEAUX_PARTICIPATION } from '@pleniere/participation/domain';
import type { TexteRiche } from '../fiche/contenu';

/** Where an action stands; being late is derived from the due date, never stored. */
export const STATUTS_ACTION = ['a-venir', 'en-cours', 'realisee', 'reportee', 'abandonnee'] as const;
/** Slug of an action's statut. */
export type StatutAction = (typeof STATUTS_ACTION)[number];

/** French label of each statut. */
export const LIBELLES_STATUTS_ACTION: Readonly<Record<StatutAction, string>> = {
  'a-venir': 'À venir',
  'en-cours': 'En cours',
  realisee: 'Réalisée',
  reportee: 'Reportée',
  abandonnee: 'Abandonnée',
};

/** How far residents weigh in an action: not at all, or as far as they may at a séance. */
export const NIVEAUX_ACTION = ['aucune', ...NIVEAUX_PARTICIPATION] as const;
/** Slug of the place of residents in an action. */
export type NiveauAction = (typeof NIVEAUX_ACTION)[number];

/** French label of each. */
export const LIBELLES_NIVEAUX_ACTION: Readonly<Record<NiveauAction, string>> = {
  aucune: 'Aucune',
  ...LIBELLES_NIVEAUX_PARTICIPATION,
};

/** A step of an action, done or not. */
export interface EtapeAction {
  id: string;
  libelle: string;
  faite: boolean;
}

/** Concrete action of a fiche, with a code of its own (`T1.1-a`). `echeance` is an ISO date. */
export interface Action {
  id: string;
  version: number;
  code: string;
  titre: string;
  description: TexteRiche;
  /** Wording of who pilots it. */
  pilote: string;
  echeance: string | null;
  statut: StatutAction;
  niveauParticipation: NiveauAction;
  etapes: EtapeAction[];
  /** Number of the subsidy file in the State's Dauphin portal, as typed. */
  refDauphin: string;
}

/** What is typed to create or change an action. */
export type ActionSaisie = Omit<Action, 'id' | 'version' | 'code'>;

/** True when the due date has passed and the action is still to be done. `aujourdhui` is an ISO date in Paris. */
export function estEnRetard(action: Pick<Action, 'echeance' | 'statut'>, aujourdhui: string): boolean {
  const ouverte = action.statut === 'a-venir' || action.statut === 'en-cours';
  return ouverte && action.echeance !== null && action.echeance < aujourdhui;
}

/** Code of the n-th action of a fiche (0 → a, 25 → z, 26 → aa). */
export function codeAction(codeFiche: string, rang: number): string {
  const lettre = String.fromCharCode(97 + (rang % 26));
  return `${codeFiche}-${rang < 26 ? lettre : String.fromCharCode(96 + Math.floor(rang / 26)) + lettre}`;
}

/** Limits shared by the form and the API. */
export const LIMITES_ACTION = {
  titre: 300,
  description: 5_000,
  pilote: 200,
  etape: 300,
  etapes: 40,
  refDauphin: 60,
} as const;
