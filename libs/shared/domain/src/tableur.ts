/** Spreadsheets that are read, and in which templates are given. */
export const FORMATS_TABLEUR = ['xlsx', 'ods', 'csv'] as const;
/** Slug of a spreadsheet format. */
export type FormatTableur = (typeof FORMATS_TABLEUR)[number];

/** A cell as the file holds it; dates as ISO days, percentages as « 42 % », booleans as `oui` and `non`. */
export type CelluleTableur = string | number | null;

/** One sheet of a workbook. */
export interface FeuilleTableur {
  nom: string;
  lignes: CelluleTableur[][];
}

/** Limits of a spreadsheet, shared by the screens and the API. */
export const LIMITES_TABLEUR = {
  octets: 10 * 1024 * 1024,
  lignes: 50_000,
  colonnes: 200,
  feuilles: 30,
  nom: 200,
} as const;
