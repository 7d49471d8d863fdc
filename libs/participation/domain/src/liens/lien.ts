import { type Refus, sansAccents } from '@pleniere/shared/domain';
import type { EtapeLien } from '../indicateurs-calcules/actions';
import type { SuiteContribution } from '../indicateurs-calcules/evolution';

/** What residents said that may be linked. */
export const SORTES_SOURCE = ['question', 'seance', 'idee', 'proposition'] as const;
/** Slug of a kind of source. */
export type SorteSource = (typeof SORTES_SOURCE)[number];

/** What it may be linked to. */
export const SORTES_CIBLE = ['fiche', 'action', 'indicateur'] as const;
/** Slug of a kind of target. */
export type SorteCible = (typeof SORTES_CIBLE)[number];

/** French label of each kind of source. */
export const LIBELLES_SOURCES: Readonly<Record<SorteSource, string>> = {
  question: 'Question',
  seance: 'Séance',
  idee: 'Idée',
  proposition: 'Proposition',
};

/** A link to make: from what residents said, to what it touches. */
export interface LienSaisi {
  source: SorteSource;
  sourceId: string;
  cible: SorteCible;
  cibleId: string;
  etape: EtapeLien;
  preuve: string;
}

/** What became of a contribution, with the revision or the action that it made. */
export interface DecisionSuite {
  suite: SuiteContribution;
  motif: string;
  /** Number of the revision of the fiche that it caused; null when there is none. */
  revision: number | null;
  /** Action that it made. */
  action: { id: string; titre: string } | null;
  /** Function of whoever decided, never a name. */
  fonction: string;
  decideeLe: string;
  /** True when the revision was given up, or is gone: nothing has changed any more. */
  defaite: boolean;
  /** Day from which the text that it changed is in force; null before. */
  enVigueurLe: string | null;
}

/** A decision to write. */
export interface DecisionSaisie {
  suite: SuiteContribution;
  motif: string;
  revision: number | null;
  actionId: string | null;
}

/** A link from what residents said to a fiche, an action or an indicator. */
export interface LienContribution {
  id: string;
  version: number;
  source: {
    sorte: SorteSource;
    id: string;
    libelle: string;
    texte: string;
    date: string;
    quartier: { code: string; nom: string } | null;
    /** Consultation that it was said in; null elsewhere. */
    consultationId: string | null;
  };
  cible: {
    sorte: SorteCible;
    id: string;
    libelle: string;
    fiche: { id: string; code: string; titre: string } | null;
  };
  etape: EtapeLien;
  preuve: string;
  liePar: string;
  lieLe: string;
  /** Why it proves nothing; null when it does. */
  reserve: string | null;
  decision: DecisionSuite | null;
}

/** What the links are read by: exactly one of them. */
export interface FiltreLiens {
  question?: string;
  seance?: string;
  idee?: string;
  proposition?: string;
  fiche?: string;
  indicateur?: string;
  quartier?: string;
}

/** A fiche that a text seems to be about: a hint, that somebody confirms. */
export interface SuggestionFiche {
  id: string;
  code: string;
  titre: string;
  /** From 0 to 1. */
  proximite: number;
  actions: { id: string; titre: string }[];
}

/** « Ce que votre contribution a changé », as anybody reads it: no name, and only what is in force. */
export interface ChangementPublic {
  source: {
    sorte: SorteSource;
    libelle: string;
    texte: string;
    date: string;
    quartier: { code: string; nom: string } | null;
    /** Number of the question, to reach its page; null for the others. */
    numero: number | null;
  };
  fiche: { id: string; code: string; titre: string };
  action: { id: string; titre: string } | null;
  /** The indicator that it touches, with what is computed of it since, in one sentence. */
  indicateur: { id: string; libelle: string; calcul: { phrase: string; calculeLe: string } | null } | null;
  etape: EtapeLien;
  preuve: string;
  decision: {
    suite: SuiteContribution;
    motif: string;
    fonction: string;
    decideeLe: string;
    enVigueurLe: string | null;
    actionCreee: { id: string; titre: string } | null;
  } | null;
}

/** Limits shared by the screens and the API. */
export const LIMITES_LIENS = { preuve: 1000, motif: 2000, texteSuggere: 2400, suggestions: 3 } as const;

const MINIMUM = 0.04;

/** The words of a text however long, as they are compared with those of the fiches. */
export function normaliserTexte(texte: string): string {
  return sansAccents(texte)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Fiches nearest to a text among those that were weighed: three at most, those that share next to nothing left out. */
export function meilleures<T extends { proximite: number; code: string }>(fiches: readonly T[]): T[] {
  return fiches
    .filter(({ proximite }) => proximite >= MINIMUM)
    .sort((a, b) => b.proximite - a.proximite || (a.code < b.code ? -1 : 1))
    .slice(0, LIMITES_LIENS.suggestions);
}

/** Why a decision cannot name that revision or that action; null when it can. */
export function refusDeChangement({
  revisionAbandonnee,
  actionEstLaCible,
}: {
  revisionAbandonnee: boolean;
  actionEstLaCible: boolean;
}): Refus {
  if (revisionAbandonnee) return 'Cette révision a été abandonnée\u00A0: elle n’a rien changé.';
  return actionEstLaCible ? 'L’action reliée existait déjà\u00A0: désignez l’action nouvelle qui en est née.' : null;
}
