/** Four kinds of absence, kept apart from one another and from zero. */
export const ABSENCES = ['nd', 'non-concerne', 'a-venir', 'secret'] as const;
/** Slug of an absence. */
export type Absence = (typeof ABSENCES)[number];

/** How sure a value is. */
export const QUALITES = ['provisoire', 'definitive', 'estimee'] as const;
/** Slug of a quality. */
export type Qualite = (typeof QUALITES)[number];

/** A value as exchanged: a number, a text (also `oui` or `non`), the slugs of a list, or nothing when absent. */
export type Contenu = number | string | string[] | null;

/** `contrat`, the INSEE code of a commune, or the code of a QPV. */
export type Territoire = string;

/** What is known of an indicator for a year and a territory: exactly one of value and absence. */
export interface Valeur {
  indicateurId: string;
  annee: number;
  territoire: Territoire;
  version: number;
  valeur: Contenu;
  absence: Absence | null;
  qualite: Qualite;
  commentaire: string;
  source: string;
  modifieLe: string;
  modifiePar: string;
}

/**
 * One cell to write. `version` is that of the value read before, null when the cell was empty; a stale one is refused.
 * Neither value nor absence empties the cell (its history stays).
 */
export interface SaisieValeur {
  indicateurId: string;
  annee: number;
  territoire: Territoire;
  version: number | null;
  valeur: Contenu;
  absence: Absence | null;
  qualite: Qualite;
  commentaire: string;
  source: string;
}

/** A cell that somebody has emptied. */
export interface CelluleVidee extends Pick<Valeur, 'indicateurId' | 'annee' | 'territoire'> {
  version: null;
  valeur: null;
  absence: null;
}

/** What stands in a cell now; a 412 brings one for each cell that somebody else wrote since it was read. */
export type CelluleActuelle = Valeur | CelluleVidee;

/** Past state of a cell: who wrote what, when; `motif` names the file and the line when it was imported. */
export interface HistoriqueValeur {
  quand: string;
  auteur: string;
  motif: string | null;
  annee: number;
  territoire: Territoire;
  avant: Pick<Valeur, 'valeur' | 'absence' | 'qualite' | 'commentaire' | 'source'> | null;
  apres: Pick<Valeur, 'valeur' | 'absence' | 'qualite' | 'commentaire' | 'source'> | null;
}

/** Limits shared by the grid and the API. */
export const LIMITES_VALEUR = { texte: 4000, commentaire: 2000, source: 500, lot: 500 } as const;
