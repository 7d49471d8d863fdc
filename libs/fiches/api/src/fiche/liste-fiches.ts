import { type FiltreFacette as Filtre, REGISTRE } from '@pleniere/fiches/domain';
import { SOURCES, type TexteLu } from './lecture-fiche';

/**
 * What the sheets of a contrat can be filtered by, as (fiche_id, filtre, valeur): its enjeu, its statut, the QPV and the
 * villes that it concerns, its pilotes. A sheet that covers « tous les quartiers » or « la métropole » concerns them all,
 * a sheet piloted by « Villes » concerns every ville. `si`: the condition under which those of a filter are looked up at all.
 */
const attributs = (reference: string, si: (filtre: Filtre) => string): string => `
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
    select id as fiche_id, 'enjeu' as filtre, enjeu_id::text as valeur from visibles where ${si('enjeu')}
    union all
    select id, 'statut', statut from visibles where ${si('statut')}
    union all
    select fiche_id, 'qpv', code from quartiers where ${si('qpv')}
    union
    select c.fiche_id, 'ville', o.valeur
    from cites c join villes o on o.id = c.organisation_id or c.categorie = 'ville' or o.commune_code = c.commune_code
    where ${si('ville')}
    union
    select q.fiche_id, 'ville', o.valeur
    from quartiers q join villes_des_quartiers o on o.code = q.code where ${si('ville')}
    union
    select fiche_id, 'pilote', coalesce(organisation_id::text, categorie) from cites
    where ${si('pilote')} and champ = 'pilotes'
    union
    select c.fiche_id, 'pilote', o.id::text
    from cites c join organisation o on o.contrat_id = $1 and o.categorie = c.categorie
    where ${si('pilote')} and c.champ = 'pilotes'
  )`;

/** How many fields a fiche has to fill. */
const TOTAL = REGISTRE.filter(({ officiel }) => officiel).length;

const lignes = (fiche: string): string => `
  select f.lettre, f.enjeu_numero, f.rang, json_build_object(
      'id', f.id, 'code', f.code, 'titre', f.titre, 'titreCourt', coalesce(f.contenu ->> 'titreCourt', ''), 'statut', f.statut,
      'revision', f.revision, 'enVigueur', f.en_vigueur,
      'enjeu', json_build_object('id', e.id, 'type', e.type, 'numero', e.numero, 'intitule', e.intitule, 'couleur', e.couleur),
      'pilotes', coalesce(jsonb_path_query_array(f.contenu, '$.pilotes[*].libelle'), '[]'),
      'meteo', (select m.meteo from meteo_fiche m where m.contrat_id = $1 and m.fiche_id = f.id),
      'remplis', f.champs_remplis + (
        select count(distinct i.type) from indicateur i where i.contrat_id = $1 and i.fiche_id = f.id),
      'total', ${TOTAL}, 'modifieLe', f.modifie_le
    ) as ligne
  from retenues r
  join ${fiche} f on f.contrat_id = $1 and f.id = r.id
  join enjeu e on e.contrat_id = $1 and e.id = f.enjeu_id
  order by f.lettre desc, f.enjeu_numero, f.rang
  limit $4::int offset $5::int`;

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

const JAMAIS_OMIS = (): string => 'true';
const S_IL_EST_CHOISI = (filtre: Filtre): string => `$3::jsonb ? '${filtre}'`;

/**
 * The sheets of the contrat $1 in the statuts $2 that the caller may see, with what the filters $3 (JSON) say of each:
 * every sheet knows which of them refuse it.
 */
const tri = (texte: TexteLu, recherche: string, si: (filtre: Filtre) => string): string => `
  with visibles as materialized (
    select f.id, f.enjeu_id, f.statut, f.contenu #>> '{cadreOu,portee}' as portee
    from ${SOURCES[texte].fiche} f where f.contrat_id = $1 and f.statut = any($2) ${recherche}
  ),
  ${attributs(SOURCES[texte].reference, si)},
  acceptes as materialized (
    select fiche_id, array_agg(filtre) as filtres from attributs where $3::jsonb ->> filtre = valeur group by fiche_id
  ),
  ecarts as (
    select v.id, array(select f from jsonb_object_keys($3::jsonb) f where f <> all (coalesce(a.filtres, '{}'))) as refusants
    from visibles v left join acceptes a on a.fiche_id = v.id
  )`;

const page = (texte: TexteLu, recherche: string): string => `
  ${tri(texte, recherche, S_IL_EST_CHOISI)},
  retenues as (select id from ecarts where refusants = '{}')
  select json_build_object(
    'total', (select count(*) from retenues),
    'fiches', (select coalesce(json_agg(l.ligne order by l.lettre desc, l.enjeu_numero, l.rang), '[]') from (${lignes(SOURCES[texte].fiche)}) l),
    'page', $5 / $4 + 1, 'taillePage', $4
  )::text as reponse`;

// A facet counts the sheets that no other filter refuses.
const comptes = (texte: TexteLu, recherche: string): string => `
  ${tri(texte, recherche, JAMAIS_OMIS)}
  select coalesce(json_agg(t order by t.type desc, t.numero, t.nombre desc, t.valeur), '[]') as reponse from (${FACETTES}) t`;

/** French search of a fiche `f`: a text, or its beginning and the first letters of its last word, so that the list narrows while one types. */
export const cherchee = (rang: number): string => `f.document @@ (
  websearch_to_tsquery('fr', $${rang}) || (websearch_to_tsquery('fr', $${rang + 1}) && (quote_literal($${rang + 2}) || ':*')::tsquery))`;

/** Statement of a page of the list with its total: $4 and $5 limit and offset. */
export const liste = (texte: TexteLu): string => page(texte, '');
/** The same with a search, in $6 to $8. */
export const listeCherchee = (texte: TexteLu): string => page(texte, `and ${cherchee(6)}`);
/** Statement of how many sheets each choice of a filter would give. */
export const facettes = (texte: TexteLu): string => comptes(texte, '');
/** The same with a search, in $4 to $6. */
export const facettesCherchees = (texte: TexteLu): string => comptes(texte, `and ${cherchee(4)}`);
