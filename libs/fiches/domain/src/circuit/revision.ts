import type { ChampId, ContenuFiche, EtatChamp } from '../fiche/contenu';

/** Why a text in force is written again: an avenant to the contrat, a decision of an instance, an imported document. */
export const CAUSES_REVISION = ['avenant', 'decision', 'import'] as const;
/** What opened a revision; `initiale` for the first text of a fiche. */
export type SorteCause = 'initiale' | (typeof CAUSES_REVISION)[number];

/** What a fiche in force becomes when it is archived. */
export const ISSUES_FICHE = ['achevee', 'abandonnee', 'scindee', 'fusionnee'] as const;
/** Slug of the issue of an archived fiche. */
export type IssueFiche = (typeof ISSUES_FICHE)[number];

/** Limits of what accompanies a step of the circuit, in characters; `suites` counts fiches. */
export const LIMITES_CIRCUIT = { motif: 2_000, cause: 2_000, suites: 10 } as const;

/** A correction that was asked, as long as the text has not come back. */
export interface CorrectionDemandee {
  motif: string;
  destinataire: { id: string; nom: string };
  par: string;
  le: string;
}

/** The life of one revision, from its opening to its replacement; dates are ISO, authors are names. */
export interface RevisionResumee {
  numero: number;
  cause: { sorte: SorteCause; texte: string };
  ouverteLe: string;
  ouvertePar: string;
  soumiseLe: string | null;
  soumisePar: string | null;
  transmiseLe: string | null;
  transmisePar: string | null;
  /** Day by which the State answers, frozen when the text was sent. */
  avisEcheance: string | null;
  enVigueurLe: string | null;
  enVigueurPar: string | null;
  remplaceeLe: string | null;
  /** When it was given up for the text in force. */
  abandonneeLe: string | null;
  abandonneePar: string | null;
}

/** The text of one revision: frozen when it is closed, the working text otherwise. */
export interface RevisionLue extends RevisionResumee {
  contenu: Partial<ContenuFiche>;
  champs: Partial<Record<ChampId, EtatChamp>>;
  /** Commitment sentence of the field `orientation`, or null. */
  orientationTexte: string | null;
}

/** A fiche that another one comes from, or became. */
export interface FicheLiee {
  id: string;
  code: string;
  titre: string;
  sorte: 'scindee' | 'fusionnee';
}

/** Where a fiche comes from, and what it became. */
export interface Filiation {
  origines: FicheLiee[];
  suites: FicheLiee[];
}
