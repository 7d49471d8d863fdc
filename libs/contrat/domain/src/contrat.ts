import type { PeriodeContrat } from '@pleniere/shared/domain';

/** A contrat de ville « Engagements Quartiers 2030 »: the tenant to which everything belongs. */
export interface Contrat extends PeriodeContrat {
  id: string;
  version: number;
  titre: string;
  titreCourt: string;
  /** SIREN of the EPCI, nine digits. */
  epciSiren: string;
  /** `#rrggbb`. */
  couleur: string;
  /** Data URL of the logo (PNG or SVG without script), or null. */
  logo: string | null;
  /** Full day of signature, ISO, or null. */
  signeLe: string | null;
  /** Days that the State has to answer on a fiche; frozen on each fiche when it is sent. */
  delaiAvis: number;
  /** Smallest count of people that those who did not produce it may read. */
  seuilPublication: number;
  /** True when the team and the State enter by a second factor. */
  secondFacteurExige: boolean;
}

/** What the team can change of the contrat. */
export type ContratSaisie = Pick<
  Contrat,
  'titre' | 'titreCourt' | 'couleur' | 'logo' | 'signeLe' | 'delaiAvis' | 'seuilPublication' | 'secondFacteurExige'
>;

/** Kinds of enjeu. */
export const TYPES_ENJEU = ['transversal', 'thematique'] as const;
/** Kind of enjeu: across all themes, or one theme. */
export type TypeEnjeu = (typeof TYPES_ENJEU)[number];

/** French label of each kind, as on the sheet. */
export const LIBELLES_TYPES_ENJEU: Readonly<Record<TypeEnjeu, string>> = {
  transversal: 'Enjeu transversal',
  thematique: 'Enjeu thématique',
};

/** Letter that opens the code of a fiche: « T 1.1 » transversal, « E 2.3 » thematic. */
export const LETTRES_ENJEU: Readonly<Record<TypeEnjeu, string>> = { transversal: 'T', thematique: 'E' };

/** One local enjeu of the contrat, numbered within its type. */
export interface Enjeu {
  id: string;
  version: number;
  type: TypeEnjeu;
  numero: number;
  intitule: string;
  couleur: string;
  orientations: Orientation[];
}

/** What is typed to create or change an enjeu. */
export type EnjeuSaisie = Pick<Enjeu, 'type' | 'numero' | 'intitule' | 'couleur'>;

/** Commitment sentence under an enjeu (« chapeau »), shared by sibling fiches and edited once. */
export interface Orientation {
  id: string;
  version: number;
  enjeuId: string;
  texte: string;
}

/** What is typed to create or change an orientation. */
export type OrientationSaisie = Pick<Orientation, 'enjeuId' | 'texte'>;

/** « Enjeu transversal 1 ». */
export function libelleEnjeu(enjeu: Pick<Enjeu, 'type' | 'numero'>): string {
  return `${LIBELLES_TYPES_ENJEU[enjeu.type]} ${enjeu.numero}`;
}

/** Limits shared by the forms and the API. */
export const LIMITES_CONTRAT = {
  titre: 200,
  titreCourt: 60,
  intitule: 200,
  orientation: 1000,
  couleur: /^#[0-9a-f]{6}$/,
  /** Bytes of the logo's data URL. */
  logo: 200_000,
  /** Days. */
  delaiAvis: { min: 1, max: 365 },
  /** People; below three, nothing would be hidden. */
  seuilPublication: { min: 3, max: 20 },
} as const;
