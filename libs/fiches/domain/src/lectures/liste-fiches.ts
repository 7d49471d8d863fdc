import type { Enjeu } from '@pleniere/contrat/domain';
import type { AnneeDeSerie, Indicateur } from '@pleniere/indicateurs/domain';
import type { StatutFiche } from '../circuit/circuit';
import type { Meteo } from '../suivi/declinaison';

/** Filters of the list of fiches; each is kept in the address. `ville` and `pilote` are organisation ids or categories. */
export interface FiltresFiches {
  q?: string;
  enjeu?: string;
  ville?: string;
  qpv?: string;
  pilote?: string;
  statut?: StatutFiche;
  page?: number;
}

/** One line of the list. */
export interface FicheResume {
  id: string;
  code: string;
  titre: string;
  titreCourt: string;
  statut: StatutFiche;
  /** Number of the revision that is read, and of the one in force. */
  revision: number;
  enVigueur: number | null;
  enjeu: Pick<Enjeu, 'id' | 'type' | 'numero' | 'intitule' | 'couleur'>;
  /** Wordings of the pilotes, as on the sheet. */
  pilotes: string[];
  meteo: Meteo | null;
  remplis: number;
  total: number;
  modifieLe: string;
}

/** The main indicator of a fiche over the years, for a line of the list. */
export interface IndicateurPrincipal {
  ficheId: string;
  indicateur: Indicateur;
  serie: AnneeDeSerie[];
}

/** A page of the list with the total. */
export interface PageFiches {
  total: number;
  page: number;
  taillePage: number;
  fiches: FicheResume[];
}

/** Filters whose choices are counted. */
export const FILTRES_FACETTES = ['enjeu', 'ville', 'qpv', 'pilote', 'statut'] as const;
/** One of them. */
export type FiltreFacette = (typeof FILTRES_FACETTES)[number];

/** How many fiches each choice of a filter would give, the other filters as they are. */
export interface FacettesFiches {
  enjeu: Facette[];
  ville: Facette[];
  qpv: Facette[];
  pilote: Facette[];
  statut: Facette[];
}

/** One value of a filter with its count. */
export interface Facette {
  valeur: string;
  libelle: string;
  nombre: number;
}

/** Fiches on a page of the list. */
export const TAILLE_PAGE_FICHES = 25;

/** What is typed to create a fiche; without `rang` the next free one of the enjeu is taken. */
export interface FicheSaisie {
  enjeuId: string;
  rang: number | null;
  titre: string;
}
