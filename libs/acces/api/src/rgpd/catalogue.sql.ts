// The catalogue of the database says where people are named, so that a table that comes later is not forgotten.
const TABLES = `
  select c.oid, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind = 'r'
    and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'contrat_id' and not a.attisdropped)`;

const COLONNES = (type: string): string => `
  select t.oid, t.relname, a.attname from (${TABLES}) t
  join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
  where a.atttypid = '${type}'::regtype`;

const A_COLONNE = (colonne: string): string =>
  `exists (select from pg_attribute p where p.attrelid = c.oid and p.attname = '${colonne}' and not p.attisdropped)`;

/** Columns that sign with a name, in tables that may change: the journal and what is sealed are told by `auteur_affiche`. */
export const SIGNATURES = `
  select format('%I', c.relname) as "table", format('%I', c.attname) as colonne,
    ${A_COLONNE('personne_id')} and c.attname = 'auteur' as "parPersonne",
    ${A_COLONNE('fonction')} and c.attname = 'auteur' as fonction
  from (${COLONNES('text')}) c
  where (c.attname = 'auteur' or c.attname like '%\\_par') and not exists (
    select from pg_trigger g join pg_proc f on f.oid = g.tgfoid
    where g.tgrelid = c.oid and f.proname like 'refuser\\_changement%')
  order by 1, 2`;

/** Columns of JSON that quote names: who asked a correction and of whom, who lifted a point. */
export const CITATIONS = `
  select format('%I', c.relname) as "table", format('%I', c.attname) as colonne
  from (${COLONNES('jsonb')}) c where c.attname in ('correction', 'points') order by 1, 2`;

/** Tables that hold rows of a person, by the column that names them. */
export const TABLES_DE_PERSONNE = `
  select c.relname as nom, format('%I', c.relname) as "table", format('%I', c.attname) as colonne
  from (${COLONNES('uuid')}) c
  where c.attname in ('personne_id', 'delegue_id', 'referent_id', 'destinataire_personne_id')
    and c.relname not in ('pseudonyme', 'note_terrain')
  order by 1, 2`;
