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

/** Part of the people counted: all of them, those of a sex, or those of an age band (the bands of Insee for the QPV). */
export const VENTILATIONS = [
  'total',
  'femmes',
  'hommes',
  'sexe-non-precise',
  'moins-15',
  '15-24',
  '25-59',
  '60-74',
  '75-plus',
  'age-non-precise',
] as const;
/** Slug of a part. */
export type Ventilation = (typeof VENTILATIONS)[number];

/** Where a value stands: returned to its author, entered, checked by the team, locked with its campagne. */
export const STATUTS_VALEUR = ['brouillon', 'proposee', 'validee', 'verrouillee'] as const;
/** Slug of a value's statut. */
export type StatutValeur = (typeof STATUTS_VALEUR)[number];

/** What is known of an indicator for a year, a territory and a part of the people: exactly one of value and absence. */
export interface Valeur {
  indicateurId: string;
  annee: number;
  territoire: Territoire;
  ventilation: Ventilation;
  version: number;
  valeur: Contenu;
  absence: Absence | null;
  qualite: Qualite;
  commentaire: string;
  source: string;
  modifieLe: string;
  modifiePar: string;
  statut: StatutValeur;
  /** True when it came in after the due date of its campagne. */
  enRetard: boolean;
  /** Why the team returned it; empty otherwise. */
  retour: string;
}

/** What names a cell of the grid. */
export type Cellule = Pick<Valeur, 'indicateurId' | 'annee' | 'territoire' | 'ventilation'>;

/** Name of a cell in the journal and on screen: `<indicateur>/<annee>/<territoire>`, and its part of the people if not all. */
export function cleDe({ indicateurId, annee, territoire, ventilation }: Cellule): string {
  const cle = `${indicateurId}/${annee}/${territoire}`;
  return ventilation === 'total' ? cle : `${cle}/${ventilation}`;
}

/** The cell that such a name stands for. */
export function celluleDe(cle: string): Cellule {
  const [indicateurId = '', annee = '', territoire = '', ventilation = 'total'] = cle.split('/');
  return { indicateurId, annee: Number(annee), territoire, ventilation: ventilation as Ventilation };
}

/** Cells with their versions in one line, as a live event carries them; `0` for an emptied one. */
export function direCellules(cases: readonly (Cellule & { version: number | null })[]): string {
  return cases.map((cellule) => `${cleDe(cellule)}@${cellule.version ?? 0}`).join();
}

/** The names of cells and their versions, from such a line. */
export function lireCellules(ligne: string): { cle: string; version: number | null }[] {
  return ligne.split(',').map((partie) => {
    const [cle = '', version] = partie.split('@');
    return { cle, version: Number(version) || null };
  });
}

/** The part of a value that people write, as the history keeps it. */
export type EtatValeur = Pick<Valeur, 'valeur' | 'absence' | 'qualite' | 'commentaire' | 'source'>;

/** What the history keeps of a value. */
export function etatDe({ valeur, absence, qualite, commentaire, source }: EtatValeur): EtatValeur {
  return { valeur, absence, qualite, commentaire, source };
}

/**
 * One cell to write. `version` is that of the value read before, null when the cell was empty; a stale one is refused.
 * Neither value nor absence empties the cell (its history stays).
 */
export interface SaisieValeur {
  indicateurId: string;
  annee: number;
  territoire: Territoire;
  ventilation: Ventilation;
  version: number | null;
  valeur: Contenu;
  absence: Absence | null;
  qualite: Qualite;
  commentaire: string;
  source: string;
}

/** A cell that somebody has emptied. */
export interface CelluleVidee extends Cellule {
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
  ventilation: Ventilation;
  avant: EtatValeur | null;
  apres: EtatValeur | null;
}

/** Limits shared by the grid and the API; `relecture`: cells that are read again in one request. */
export const LIMITES_VALEUR = { texte: 4000, commentaire: 2000, source: 500, lot: 500, relecture: 90 } as const;
