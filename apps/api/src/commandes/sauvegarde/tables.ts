import type { PoolClient } from 'pg';

/** A table as it is copied: its quoted name, its columns that are not computed, and what orders its rows. */
export interface TableCopiee {
  nom: string;
  colonnes: string[];
  ordre: string[];
}

// The queue's jobs come with the rest: an e-mail that waits leaves after the restoration.
const TABLES = `
  select format('%I.%I', n.nspname, c.relname) as nom,
    array(select quote_ident(a.attname) from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as colonnes,
    coalesce(
      (select array_agg(quote_ident(a.attname) order by k.rang)
       from pg_index i, unnest(i.indkey::int[]) with ordinality as k(numero, rang)
       join pg_attribute a on a.attnum = k.numero
       where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid),
      array(select quote_ident(a.attname) || '::text' from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped order by a.attnum)) as ordre
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname in ('public', 'pgboss') and c.relkind in ('r', 'p') and not c.relispartition
    and c.relpersistence = 'p' and c.oid not in ('public.migrations'::regclass, 'pgboss.version'::regclass)
  order by 1`;

/** Every table that holds what people wrote or what is still to be done. */
export async function lireTables(client: PoolClient): Promise<TableCopiee[]> {
  const { rows } = await client.query<TableCopiee>(TABLES);
  return rows;
}

/** Statement that tells a table row by row, always in the same order. */
export function copieDe({ nom, colonnes, ordre }: TableCopiee): string {
  return `copy (select ${colonnes.join(', ')} from ${nom} order by ${ordre.join(', ')}) to stdout`;
}
