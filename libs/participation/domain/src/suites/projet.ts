import type { Refus } from '@pleniere/shared/domain';

/** How far a laureate project is. */
export const AVANCEMENTS_PROJET = ['prevu', 'en-cours', 'livre', 'abandonne'] as const;
/** Slug of how far a project is. */
export type AvancementProjet = (typeof AVANCEMENTS_PROJET)[number];

/** French label of each. */
export const LIBELLES_AVANCEMENTS: Readonly<Record<AvancementProjet, string>> = {
  prevu: 'Prévu',
  'en-cours': 'En cours',
  livre: 'Livré',
  abandonne: 'Abandonné',
};

/** What was told of a project on a day: it never changes, a further one corrects it. */
export interface NouvelleProjet {
  id: number;
  /** Day of what it tells. */
  le: string;
  avancement: AvancementProjet;
  /** The motif, when the project is given up. */
  texte: string;
  /** Function of who wrote it, never a name. */
  fonction: string;
  ecriteLe: string;
  /** The one that it corrects; null for a new one. */
  corrige: number | null;
  /** The one that corrected it since; null when it stands. */
  corrigeePar: number | null;
}

/** What is typed of it. */
export type NouvelleSaisie = Pick<NouvelleProjet, 'le' | 'avancement' | 'texte' | 'corrige'>;

/** The fiche and the action that carry a project. */
export interface PorteeProjet {
  ficheId: string;
  actionId: string | null;
}

/** Why a day cannot be that of something that was done; null when it can. */
export function refusJourNouvelle(le: string, aujourdhui: string): Refus {
  return le > aujourdhui ? 'Une nouvelle raconte ce qui a eu lieu\u00A0: cette date est à venir.' : null;
}
