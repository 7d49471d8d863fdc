import { type RoleSimple, ROLES_COLONNES } from '../import/colonnes';
import type { StatutValeur } from '../saisie/valeur';

/** What a file may hold: the values in full, in the six columns of the exchange, the definitions, the meaning of all. */
export const CONTENUS_EXPORT = ['valeurs', 'echange', 'indicateurs', 'dictionnaire'] as const;
/** Slug of what a file holds. */
export type ContenuExport = (typeof CONTENUS_EXPORT)[number];

/** French label of each content. */
export const LIBELLES_CONTENUS_EXPORT: Readonly<Record<ContenuExport, string>> = {
  valeurs: 'Toutes les valeurs',
  echange: 'Format d’échange (six colonnes)',
  indicateurs: 'Définitions des indicateurs',
  dictionnaire: 'Dictionnaire des colonnes',
};

/** Workbooks, a CSV for a French spreadsheet, and a CSV for a program. */
export const FORMATS_EXPORT = ['xlsx', 'ods', 'csv', 'csv-machine'] as const;
/** Slug of a format. */
export type FormatExport = (typeof FORMATS_EXPORT)[number];

/** French label of each format. */
export const LIBELLES_FORMATS_EXPORT: Readonly<Record<FormatExport, string>> = {
  xlsx: 'Excel (.xlsx)',
  ods: 'LibreOffice (.ods)',
  csv: 'CSV pour un tableur français',
  'csv-machine': 'CSV pour un logiciel',
};

/** Which values go out; what is left out does not narrow. */
export interface FiltreExport {
  /** Id of a fiche. */
  fiche?: string;
  /** Code of a quartier, or of a ville with its quartiers. */
  territoire?: string;
  /** First and last years. */
  de?: number;
  a?: number;
  statut?: StatutValeur;
}

/** A file that is asked for. */
export interface DemandeExport extends FiltreExport {
  contenu: ContenuExport;
  format: FormatExport;
}

/** The first lines of a file, before it is downloaded. */
export interface ApercuExport {
  colonnes: string[];
  /** As they read. */
  lignes: string[][];
  /** Lines of the whole file, without its headings. */
  total: number;
  /** Values that the reader does not see. */
  masquees: number;
  /** Size of the file; null for a workbook, which is compressed. */
  octets: number | null;
}

/** The six columns by which States and territories exchange values. */
export const COLONNES_ECHANGE = [
  'identifiant_indic',
  'zone_id',
  'zone_nom',
  'date_valeur',
  'type_valeur',
  'valeur',
] as const satisfies readonly RoleSimple[];

/** Columns of the values in full: those that an import reads, then those that only inform. */
export const COLONNES_VALEURS = [
  ...ROLES_COLONNES,
  'unite',
  'statut',
  'en_retard',
  'modifie_le',
  'nature',
  'formule',
  'empreinte',
  'calculee_le',
] as const;
/** How a value came to be, as a file says it. */
export const LIBELLES_NATURES_VALEUR = { declaree: 'déclarée', calculee: 'calculée' } as const;

/** Name of a column of the values in full. */
export type ColonneValeurs = (typeof COLONNES_VALEURS)[number];

/** Lines of a preview. */
export const LIGNES_D_APERCU = 8;
