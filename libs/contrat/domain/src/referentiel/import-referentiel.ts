import type { Commune } from '../qpv';

/** What a reference file speaks of. */
export const GENRES_REFERENTIEL = ['qpv', 'communes', 'populations'] as const;
/** Slug of what a reference file speaks of. */
export type GenreReferentiel = (typeof GENRES_REFERENTIEL)[number];

/** French label of what a reference file speaks of. */
export const LIBELLES_GENRES_REFERENTIEL: Readonly<Record<GenreReferentiel, string>> = {
  qpv: 'Quartiers prioritaires',
  communes: 'Communes',
  populations: 'Populations des quartiers',
};

/** What becomes of a line of a reference file. */
export const SORTS_REFERENTIEL = ['nouvelle', 'changee', 'identique', 'refusee'] as const;
/** Slug of what becomes of a line. */
export type SortReferentiel = (typeof SORTS_REFERENTIEL)[number];

/** French label of what becomes of a line. */
export const LIBELLES_SORTS_REFERENTIEL: Readonly<Record<SortReferentiel, string>> = {
  nouvelle: 'Nouvelle',
  changee: 'Changée',
  identique: 'Identique',
  refusee: 'Refusée',
};

/** French label of where an import stands. */
export const LIBELLES_STATUTS_REFERENTIEL = { ouvert: 'À vérifier', applique: 'Appliqué', annule: 'Annulé' } as const;
/** Slug of where an import stands: prepared, applied, then perhaps undone. */
export type StatutReferentiel = keyof typeof LIBELLES_STATUTS_REFERENTIEL;

/** Limits of a reference file, shared by the screen and the API. */
export const LIMITES_REFERENTIEL = {
  octets: 10_000_000,
  lignes: 40_000,
  colonnes: 60,
  source: 200,
  parPage: 100,
} as const;

/** Outline of a QPV: the coordinates of a GeoJSON MultiPolygon, in degrees of longitude and latitude (WGS 84). */
export type Contour = number[][][][];

/** Inhabitants of a QPV, as a source counted them for a year; never invented. */
export interface ReferencePopulation {
  population: number;
  millesime: number;
  source: string;
}

/** One line of a file, or one shape of a GeoJSON. */
export interface LigneFichier {
  /** Row that a spreadsheet shows, or rank of the shape, from 1. */
  ligne: number;
  cellules: string[];
  contour?: Contour;
  /** Why its outline cannot be read. */
  motif?: string;
}

/** A reference file as it was read. */
export interface FichierReferentiel {
  titres: string[];
  lignes: LigneFichier[];
}

/** A QPV as a file may change it. */
export interface EtatQpv {
  libelle: string;
  communes: Commune[];
  contour: Contour | null;
}

/** What a file may write of one thing. */
export type EtatReferentiel =
  | { sur: 'qpv'; code: string; etat: EtatQpv }
  | { sur: 'commune'; code: string; etat: Pick<Commune, 'nom'> }
  | { sur: 'population'; code: string; etat: ReferencePopulation };

/** A line of the preview: what stands, what would stand, or why it is refused. */
export interface LigneReferentiel {
  ligne: number;
  code: string;
  sort: SortReferentiel;
  avant: string;
  apres: string;
  motif: string | null;
}

/** An import of a reference file in the list of imports. */
export interface ImportReferentiel {
  id: string;
  version: number;
  fichier: string;
  genre: GenreReferentiel | null;
  statut: StatutReferentiel;
  creeLe: string;
  creePar: string;
  appliqueLe: string | null;
  annuleLe: string | null;
  /** How many lines were written, and how many the undo put back. */
  ecrites: number;
  retablies: number;
}

/** What a column of a reference file may hold. */
export const ROLES_REFERENTIEL = [
  'code_qpv',
  'nom_qpv',
  'code_commune',
  'nom_commune',
  'siren_epci',
  'population',
] as const;
/** Slug of what a column holds. */
export type RoleReferentiel = (typeof ROLES_REFERENTIEL)[number];

/** French label of what a column holds. */
export const LIBELLES_ROLES_REFERENTIEL: Readonly<Record<RoleReferentiel, string>> = {
  code_qpv: 'Code du quartier',
  nom_qpv: 'Nom du quartier',
  code_commune: 'Code INSEE de la commune',
  nom_commune: 'Nom de la commune',
  siren_epci: 'SIREN de l’intercommunalité',
  population: 'Population du quartier',
};

/** A column of the file, and what it was understood to hold. */
export interface ColonneReferentiel {
  titre: string;
  role: RoleReferentiel | null;
  exemples: string[];
}

/** What a person says of a file: its columns and, for populations, their year and source. */
export interface LectureReferentiel {
  roles: (RoleReferentiel | null)[];
  millesime: number | null;
  source: string;
}

/** An import with its columns and the lines that concern the contrat. */
export interface ApercuReferentiel extends ImportReferentiel {
  colonnes: ColonneReferentiel[];
  millesime: number | null;
  source: string;
  /** What is still to be said before anything can be written. */
  manques: string[];
  resume: Record<SortReferentiel, number>;
  /** Lines about places outside the contrat. */
  horsContrat: number;
  /** A page of them, the refused ones first. */
  lignes: LigneReferentiel[];
  /** Lines that match the filter, and their page. */
  total: number;
  page: number;
  pages: number;
  /** Fingerprint of what would be written; empty once applied. */
  empreinte: string;
}

/** What the undo of an import put back, and what it left because somebody changed or used it since. */
export interface AnnulationReferentiel {
  retablies: number;
  conservees: { code: string; motif: string }[];
}
