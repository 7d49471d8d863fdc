import type { Refus } from '@pleniere/shared/domain';

/** Code of a quartier prioritaire: QN, department (2A and 2B for Corsica), rank, then I, M, N or C. */
export const CODE_QPV = /^QN(\d{3}|02[AB])\d{2}[IMNC]$/;

/** Commune (INSEE code, official geographic code of the year of the reference file). */
export interface Commune {
  code: string;
  nom: string;
}

/** A quartier prioritaire de la politique de la ville of the contrat. */
export interface Qpv {
  code: string;
  version: number;
  libelle: string;
  /** Name that residents use, when it differs from the decree's. */
  libelleEditorial: string | null;
  communes: Commune[];
  npnru: boolean;
  generation: 2015 | 2024;
  /** ISO dates between which the perimeter is in force. */
  validFrom: string;
  validTo: string | null;
}

/** What the team can change of a QPV. */
export type QpvSaisie = Pick<Qpv, 'libelleEditorial' | 'npnru' | 'validTo'>;

/** Line of the national reference list of QPV 2024. */
export interface QpvReference {
  code: string;
  libelle: string;
  communes: Commune[];
}

/** Attribution to show wherever the reference data is displayed. */
export const SOURCE_QPV =
  'Sources\u00A0: ANCT (QPV 2024), INSEE/Etalab (découpage administratif) — Licence Ouverte 2.0';

/** Name shown for a QPV: the residents' one when there is one. */
export function nomQpv(qpv: Pick<Qpv, 'libelle' | 'libelleEditorial'>): string {
  return qpv.libelleEditorial ?? qpv.libelle;
}

/** Checks the form of a QPV code. */
export function verifierCodeQpv(code: string): Refus {
  return CODE_QPV.test(code) ? null : 'Un code de quartier prioritaire s’écrit comme QN03709M.';
}

/** Limits shared by the form and the API. */
export const LIMITES_QPV = { libelleEditorial: 120 } as const;
