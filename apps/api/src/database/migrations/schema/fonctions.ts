/** Search in French, and what of a sheet it looks into. */
export const FONCTIONS = `
create extension if not exists unaccent;
create text search configuration fr (copy = french);
alter text search configuration fr
  alter mapping for hword, hword_part, word with unaccent, french_stem;

-- Text of a JSON value without its tags: what a search looks into. Immutable, so that a generated column may use it.
create function texte_de(valeur jsonb) returns text language sql immutable parallel safe as $$
  select coalesce(string_agg(regexp_replace(t #>> '{}', '<[^>]*>', ' ', 'g'), ' '), '')
  from jsonb_path_query(valeur, 'strict $.**') as t
  where jsonb_typeof(t) = 'string'
$$;

create function document_de(code text, contenu jsonb) returns tsvector language sql immutable parallel safe as $$
  select setweight(to_tsvector('fr', code || ' ' || coalesce(contenu ->> 'titre', '') || ' ' || coalesce(contenu ->> 'titreCourt', '')), 'A')
      || setweight(to_tsvector('fr', texte_de(contenu - 'titre' - 'titreCourt')), 'B')
$$;
`;
