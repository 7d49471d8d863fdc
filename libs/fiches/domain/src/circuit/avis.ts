import type { ErreurDeChamp } from '@pleniere/shared/domain';
import { estChampEcrit } from '../fiche/registre';
import type { ChampId } from '../fiche/contenu';

/** What the State answers on a revision; it never refuses one. */
export const SENS_AVIS = ['favorable', 'favorable-avec-reserves', 'a-completer'] as const;
/** Slug of the sense of an avis. */
export type SensAvis = (typeof SENS_AVIS)[number];

/** Limits of an avis, in characters; `points` counts them. */
export const LIMITES_AVIS = { texte: 10_000, point: 2_000, points: 60, reponse: 2_000 } as const;

/** One point of an avis as it is written, anchored to a field of the sheet or to the whole of it. */
export interface PointSaisi {
  id: string;
  champ: ChampId | null;
  texte: string;
}

/** A point of an avis, open until somebody says how it was answered. */
export interface PointAvis extends PointSaisi {
  statut: 'ouvert' | 'leve';
  reponse: string;
  levePar: string | null;
  leveLe: string | null;
}

/** An avis being written, seen by its author alone. */
export interface AvisSaisi {
  sens: SensAvis | null;
  texte: string;
  points: PointSaisi[];
}

/** The draft of the caller's avis; version 0 when nothing has been written. */
export interface BrouillonAvis extends AvisSaisi {
  version: number;
}

/** An avis of the State on a revision, as it was given. */
export interface Avis {
  id: string;
  version: number;
  revision: number;
  auteur: string;
  fonction: string;
  sens: SensAvis;
  texte: string;
  points: PointAvis[];
  renduLe: string;
}

/** Points that nobody has answered yet. */
export function pointsOuverts(avis: readonly Pick<Avis, 'points'>[]): PointAvis[] {
  return avis.flatMap(({ points }) => points.filter(({ statut }) => statut === 'ouvert'));
}

/** True when the avis may be given: it has a sense and, unless it is favorable, says what for. */
export function avisComplet({ sens, texte, points }: AvisSaisi): boolean {
  return sens === 'favorable' || (sens !== null && (texte.trim() !== '' || points.some((point) => point.texte.trim())));
}

/** What refuses a draft: points on a field that is not of the sheet, or the same id twice. */
export function verifierAvis({ points }: AvisSaisi): ErreurDeChamp[] {
  return points.flatMap(({ id, champ }, rang) => [
    ...(champ === null || estChampEcrit(champ)
      ? []
      : [{ pointer: `/points/${rang}/champ`, detail: 'Ce champ n’est pas de la fiche.' }]),
    ...(points.findIndex((autre) => autre.id === id) === rang
      ? []
      : [{ pointer: `/points/${rang}/id`, detail: 'Deux points ont le même identifiant.' }]),
  ]);
}
