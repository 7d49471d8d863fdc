import type { EntityManager } from 'typeorm';

/** One row, by column name. */
export type Ligne = Readonly<Record<string, unknown>>;

/** Rows of one table; all of them name the same columns. */
export type Lot = readonly [table: string, lignes: readonly Ligne[]];

/** Inserts the rows of a table in one statement; PostgreSQL reads their JSON with the types of the table. */
export async function inserer(tx: EntityManager, [table, lignes]: Lot): Promise<void> {
  const colonnes = Object.keys(lignes[0] ?? {}).join(', ');
  if (colonnes === '') return;
  await tx.query(
    `insert into ${table} (${colonnes}) select ${colonnes} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
    [JSON.stringify(lignes)],
  );
}
