import { SOURCES, type TexteLu } from './lecture-fiche';

/**
 * What the sheets of a contrat can be filtered by, as (fiche_id, filtre, valeur): its enjeu, its statut, the QPV and the
 * villes that it concerns, its pilotes. A sheet that covers « tous les quartiers » or « la métropole » concerns them all,
 * a sheet piloted by « Villes » concerns every ville.
 */
const attributs = (reference: string): string => `
  villes as materialized (
    select id, id::text as valeur, commune_code from organisation where contrat_id = $1 and categorie = 'ville'
  ),
  villes_des_quartiers as materialized (
    select qc.qpv_code as code, o.valeur
    from qpv_commune qc join villes o on o.commune_code = qc.commune_code where qc.contrat_id = $1
  ),
  quartiers as (
    select v.id as fiche_id, q.code
    from visibles v join qpv q on q.contrat_id = $1
    where v.portee in ('tous-qpv', 'metropole')
    union
    select r.fiche_id, coalesce(r.qpv_code, qc.qpv_code)
    from visibles v
    join ${reference} r on r.contrat_id = $1 and r.fiche_id = v.id and r.champ = 'cadreOu'
    left join qpv_commune qc on qc.contrat_id = $1 and qc.commune_code = r.commune_code
    where v.portee = 'selection' and coalesce(r.qpv_code, qc.qpv_code) is not null
  ),
  cites as (
    select r.fiche_id, r.champ, r.organisation_id, r.categorie, r.commune_code
    from visibles v join ${reference} r on r.contrat_id = $1 and r.fiche_id = v.id
    where r.champ in ('pilotes', 'referents', 'cadreOu')
  ),
  attributs as (
    select id as fiche_id, 'enjeu' as filtre, enjeu_id::text as valeur from visibles
    union all
    select id, 'statut', statut from visibles
    union all
    select fiche_id, 'qpv', code from quartiers
    union
    select c.fiche_id, 'ville', o.valeur
    from cites c join villes o on o.id = c.organisation_id or c.categorie = 'ville' or o.commune_code = c.commune_code
    union
    select q.fiche_id, 'ville', o.valeur
    from quartiers q join villes_des_quartiers o on o.code = q.code
    union
    select fiche_id, 'pilote', coalesce(organisation_id::text, categorie) from cites where champ = 'pilotes'
    union
    select c.fiche_id, 'pilote', o.id::text
    from cites c join organisation o on o.contrat_id = $1 and o.categorie = c.categorie
    where c.champ = 'pilotes'
  )`;

const lignes = (fiche: string): string => `
  select f.lettre, f.enjeu_numero, f.rang, json_build_object(
      'id', f.id, 'code', f.code, 'titre', f.titre, 'titreCourt', coalesce(f.contenu ->> 'titreCourt', ''), 'statut', f.statut,
      'revision', f.revision, 'enVigueur', f.en_vigueur,
      'enjeu', json_build_object('id', e.id, 'type', e.type, 'numero', e.numero, 'intitule', e.intitule, 'couleur', e.couleur),
      'pilotes', coalesce(jsonb_path_query_array(f.contenu, '$.pilotes[*].libelle'), '[]'),
      'meteo', (select m.meteo from meteo_fiche m where m.contrat_id = $1 and m.fiche_id = f.id),
      'remplis', f.champs_remplis + (
        select count(distinct i.type) from indicateur i where i.contrat_id = $1 and i.fiche_id = f.id),
      'modifieLe', f.modifie_le
    ) as ligne
  from retenues r
  join ${fiche} f on f.contrat_id = $1 and f.id = r.id
  join enjeu e on e.contrat_id = $1 and e.id = f.enjeu_id
  order by f.lettre desc, f.enjeu_numero, f.rang
  limit $4 offset $5`;

// Counted before the labels are looked up. That of a category or of a statut is French text: it is added afterwards.
const FACETTES = `
  select n.*, coalesce(e.intitule, q.libelle_editorial, q.libelle, o.nom) as libelle, e.type, e.numero
  from (
    select a.filtre, a.valeur, count(*) filter (where ec.refusants <@ array[a.filtre]) as nombre
    from attributs a join ecarts ec on ec.id = a.fiche_id
    group by a.filtre, a.valeur
  ) n
  left join enjeu e on n.filtre = 'enjeu' and e.contrat_id = $1 and e.id::text = n.valeur
  left join qpv q on n.filtre = 'qpv' and q.contrat_id = $1 and q.code = n.valeur
  left join organisation o on n.filtre in ('ville', 'pilote') and o.contrat_id = $1 and o.id::text = n.valeur
  where n.filtre <> 'pilote' or n.valeur in (
    select coalesce(c.organisation_id::text, c.categorie) from cites c where c.champ = 'pilotes')`;

/**
 * A page of the list with its total and its facets. $1 contrat, $2 statuts that the caller may see, $3 the filters as
 * JSON, $4 and $5 limit and offset. Each sheet knows which filters refuse it: a facet counts those that no other refuses.
 */
const lecture = (texte: TexteLu, recherche: string): string => `
  with visibles as materialized (
    select f.id, f.enjeu_id, f.statut, f.contenu #>> '{cadreOu,portee}' as portee
    from ${SOURCES[texte].fiche} f where f.contrat_id = $1 and f.statut = any($2) ${recherche}
  ),
  ${attributs(SOURCES[texte].reference)},
  acceptes as materialized (
    select fiche_id, array_agg(filtre) as filtres from attributs where $3::jsonb ->> filtre = valeur group by fiche_id
  ),
  ecarts as (
    select v.id, array(select f from jsonb_object_keys($3::jsonb) f where f <> all (coalesce(a.filtres, '{}'))) as refusants
    from visibles v left join acceptes a on a.fiche_id = v.id
  ),
  retenues as (select id from ecarts where refusants = '{}')
  select json_build_object(
    'total', (select count(*) from retenues),
    'fiches', (select coalesce(json_agg(l.ligne order by l.lettre desc, l.enjeu_numero, l.rang), '[]') from (${lignes(SOURCES[texte].fiche)}) l),
    'facettes', (select coalesce(json_agg(t order by t.type desc, t.numero, t.nombre desc, t.valeur), '[]') from (${FACETTES}) t)
  ) as reponse`;

/** Statement of the list without a search. */
export const liste = (texte: TexteLu): string => lecture(texte, '');

/**
 * Statement of the list with a French search: $6 the whole text, or ($7 its beginning and $8 the first letters of its
 * last word), so that the list narrows while one types.
 */
export const listeCherchee = (texte: TexteLu): string =>
  lecture(
    texte,
    `and f.document @@ (
  websearch_to_tsquery('fr', $6) || (websearch_to_tsquery('fr', $7) && (quote_literal($8) || ':*')::tsquery))`,
  );
