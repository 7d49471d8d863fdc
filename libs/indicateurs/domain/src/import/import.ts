import { type FormatTableur, LIMITES_TABLEUR } from '@pleniere/shared/domain';
import type { RoleColonne, TypeValeur } from './colonnes';
import type { Territoire, Ventilation } from '../saisie/valeur';

/** What becomes of a cell of the file. */
export const SORTS_CASE = ['nouvelle', 'changee', 'identique', 'vide', 'refusee'] as const;
/** Slug of what becomes of a cell. */
export type SortCase = (typeof SORTS_CASE)[number];

/** French label of what becomes of a cell. */
export const LIBELLES_SORTS: Readonly<Record<SortCase, string>> = {
  nouvelle: 'Nouvelle',
  changee: 'Changée',
  identique: 'Identique',
  vide: 'Vide',
  refusee: 'Refusée',
};

/** An import is prepared, then applied, then perhaps undone. */
export const STATUTS_IMPORT = ['ouvert', 'applique', 'annule'] as const;
/** Slug of where an import stands. */
export type StatutImport = (typeof STATUTS_IMPORT)[number];

/** French label of each statut. */
export const LIBELLES_STATUTS_IMPORT: Readonly<Record<StatutImport, string>> = {
  ouvert: 'À vérifier',
  applique: 'Appliqué',
  annule: 'Annulé',
};

/** Everything that the file gives, or only the lines that nothing refuses. */
export const MODES_APPLICATION = ['tout', 'valides'] as const;
/** Slug of a way to apply an import. */
export type ModeApplication = (typeof MODES_APPLICATION)[number];

/** A column of the file, and what it was understood to hold. */
export interface ColonneTrouvee {
  /** Position from 0. */
  rang: number;
  /** Letter that the spreadsheet shows. */
  lettre: string;
  titre: string;
  role: RoleColonne | null;
  /** Its first three values. */
  exemples: string[];
}

/** One cell of the file: where it is, what it names, what it would change, or why it is refused. */
export interface CaseImport {
  /** Row that the spreadsheet shows, from 1. */
  ligne: number;
  /** Heading of the column. */
  colonne: string;
  /** Address of the cell, « F12 »; the one at fault when it is refused. */
  cellule: string;
  sort: SortCase;
  type: TypeValeur;
  indicateur: { id: string; libelle: string; fiche: string | null } | null;
  territoire: { code: Territoire; nom: string } | null;
  /** Part of the people that the cell counts. */
  ventilation: Ventilation;
  annee: number | null;
  /** Text of the cell. */
  lu: string;
  /** What stands now and what would stand, as it reads; empty when nothing does. */
  avant: string;
  apres: string;
  /** What else changes: « qualité : provisoire → définitive ». */
  details: string[];
  /** Why it is refused, or kept by an undo. */
  motif: string | null;
}

/** An import in the list of imports. */
export interface ImportValeurs {
  id: string;
  version: number;
  fichier: string;
  format: FormatTableur;
  statut: StatutImport;
  creeLe: string;
  creePar: string;
  appliqueLe: string | null;
  annuleLe: string | null;
  /** How many cells were written, and how many the undo put back. */
  ecrites: number;
  retablies: number;
}

/** An import with its columns and a page of its cells. */
export interface ApercuImport extends ImportValeurs {
  feuilles: { nom: string; lignes: number }[];
  /** Sheet that is read, from 0. */
  feuille: number;
  /** Row of the headings, from 1. */
  ligneTitres: number;
  colonnes: ColonneTrouvee[];
  /** What the columns still lack before values can be read; empty when nothing. */
  manques: string[];
  resume: Record<SortCase, number>;
  /** Fingerprint of the preview, to be sent back with the application: what was shown is what is written. */
  empreinte: string;
  cases: CaseImport[];
  /** Cells that match the filter, and their page. */
  total: number;
  page: number;
  pages: number;
}

/** Answer to an undo: how many cells are back, and those that were left, with the reason. */
export interface AnnulationImport {
  retablies: number;
  conservees: CaseImport[];
}

/** Limits shared by the screen and the API. */
export const LIMITES_IMPORT = { ...LIMITES_TABLEUR, parPage: 500 } as const;
