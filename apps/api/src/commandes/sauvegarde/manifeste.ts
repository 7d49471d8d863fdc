/** What is known of a table in a backup. */
export interface TableSauvee {
  nom: string;
  colonnes: string[];
  lignes: number;
  /** SHA-256 of its rows, in the format and order in which they were copied. */
  sha256: string;
}

/** First and last word of a backup: what it holds, and how to know that it is whole. */
export interface Manifeste {
  format: 'pleniere-sauvegarde/1';
  /** Instant of the state that was copied (ISO, UTC). */
  le: string;
  /** Names of the migrations that had run. */
  migrations: string[];
  tables: TableSauvee[];
}

/** Name of the manifest in the file. */
export const MANIFESTE = 'manifeste.json';

/** Where the rows of a table are in the file. */
export const fichierDe = (nom: string): string => `tables/${nom.replaceAll('"', '')}.copy`;
