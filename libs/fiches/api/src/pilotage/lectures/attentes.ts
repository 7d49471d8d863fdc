/**
 * What waits for the caller, as (sorte, fiche_id, nombre). $5 their organisation, $6 the rights of their role as
 * JSON (permission → portée).
 */
export const ATTENTES = `
  droits as (select $6::jsonb as d),
  miennes as (
    select a.* from actives a join perimetre_fiche p on p.contrat_id = $1 and p.fiche_id = a.id and p.organisation_id = $5::uuid
  ),
  -- Territories that the caller may write; null means all of them.
  plume as (
    select (
      select array['contrat', o.commune_code] || array(
        select qc.qpv_code from qpv_commune qc where qc.contrat_id = $1 and qc.commune_code = o.commune_code)
      from organisation o
      where o.contrat_id = $1 and o.id = $5::uuid and o.commune_code is not null and d ->> 'valeurs.saisir' = 'organisation'
    ) as territoires
    from droits
  ),
  attente as (
    select 'relecture' as sorte, 1 as rang, a.id as fiche_id, 1::bigint as nombre
    from actives a, droits where a.statut = 'relecture' and d ? 'fiches.valider'
    union all
    select 'valeurs', 2, m.fiche_id, sum(cardinality(case when p.territoires is null then m.manquants
      else array(select unnest(m.manquants) intersect select unnest(p.territoires)) end))
    from attendus m, plume p, droits
    where d ->> 'valeurs.saisir' = 'contrat' or (d ? 'valeurs.saisir' and (
      m.responsable_id = $5::uuid or m.fiche_id in (select id from miennes)))
    group by m.fiche_id
    union all
    select 'action-en-retard', 3, ac.fiche_id, count(*)
    from miennes a join action ac on ac.contrat_id = $1 and ac.fiche_id = a.id, droits
    where d ->> 'fiches.ecrire' = 'organisation' and ac.statut in ('a-venir', 'en-cours') and ac.echeance < $3::date
    group by ac.fiche_id
    union all
    select 'meteo', 4, de.fiche_id, count(*)
    from actives a join declinaison de on de.contrat_id = $1 and de.fiche_id = a.id, droits
    where d ->> 'declinaisons.ecrire' = 'organisation' and de.organisation_id = $5::uuid and de.meteo is null
      and de.statut_execution not in ('termine', 'abandonne')
    group by de.fiche_id
    union all
    select 'champs', 5, a.id, a.manques_obligatoires
    from miennes a, droits
    where d ->> 'fiches.ecrire' = 'organisation' and a.statut <> 'relecture'
  )`;
