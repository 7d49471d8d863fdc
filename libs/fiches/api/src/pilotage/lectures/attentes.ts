import { mentionEnAttente } from '../../dialogue/dialogue.sql';
import { QUESTIONS_HABITANTS } from './questions-habitants';

/**
 * What waits for the caller, as (sorte, rang, fiche_id, nombre); questions of residents are of no fiche. $5 their organisation, $6 the rights of their role as
 * JSON (permission → portée), $8 their person, $9 circles whose threads they read.
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
  -- Texts before the State, with what it has answered since they were sent.
  transmises as (
    select a.id as fiche_id, r.avis_echeance, exists (select from avis v where v.contrat_id = $1 and v.fiche_id = a.id
      and v.revision = a.revision and v.rendu_le >= r.transmise_le) as rendu
    from actives a join revision r on (r.contrat_id, r.fiche_id, r.numero) = ($1, a.id, a.revision)
    where a.statut = 'avis'
  ),
  campagne_en_cours as (select echeance, close_le is not null as close from campagne where (contrat_id, annee) = ($1, $4::int)),
  -- Values that the team sent back to those who may write them, with its reasons.
  retournees as (
    select m.fiche_id, count(*) as nombre, string_agg(distinct v.retour, ' / ') as motif
    from mesures m join valeur v on (v.contrat_id, v.indicateur_id) = ($1, m.id) and v.statut = 'brouillon' and v.retour <> '',
      plume p, droits
    where d ->> 'valeurs.saisir' = 'organisation' and (p.territoires is null or v.territoire = any(p.territoires))
      and (m.responsable_id = $5::uuid or m.fiche_id in (select id from miennes))
    group by m.fiche_id
  ),
  -- Questions put to the caller or to their organisation.
  questions as (
    select d.fiche_id, count(*) as nombre, min(d.echeance) as echeance
    from demande_precision d, droits
    where d.contrat_id = $1 and d.statut = 'ouverte' and droits.d ? 'dialogue.participer'
      and (d.destinataire_personne_id = $8::uuid or d.destinataire_organisation_id = $5::uuid)
    group by d.fiche_id
  ),
${QUESTIONS_HABITANTS},
  attente as (
    select h.sorte, h.rang, null::uuid as fiche_id, h.nombre from habitants h
    union all
    select 'precision', case when q.echeance < $3::date then 0 else 1 end, q.fiche_id, q.nombre from questions q
    union all
    select 'precision-repondue', 2, p.fiche_id, count(*) from demande_precision p, droits
    where p.contrat_id = $1 and p.statut = 'repondue' and p.personne_id = $8::uuid and d ? 'precisions.demander'
    group by p.fiche_id
    union all
    select 'mention', 1, f.fiche_id, count(*) from fil f
    where f.contrat_id = $1 and f.statut = 'ouvert' and f.visibilite = any($9::text[]) and ${mentionEnAttente('$8::uuid')}
    group by f.fiche_id
    union all
    select 'relecture', 1, a.id, 1::bigint
    from actives a, droits where a.statut = 'relecture' and d ? 'fiches.valider'
    union all
    select 'avis', 1, t.fiche_id, 1 from transmises t, droits where not t.rendu and d ? 'avis.rendre'
    union all
    select 'a-valider', 1, t.fiche_id, 1
    from transmises t, droits where (t.rendu or t.avis_echeance < $3::date) and d ? 'fiches.valider'
    union all
    select 'correction', 1, a.id, 1
    from miennes a join revision r on (r.contrat_id, r.fiche_id, r.numero) = ($1, a.id, a.revision), droits
    where a.statut = 'brouillon' and r.correction is not null and d ->> 'fiches.ecrire' = 'organisation'
    union all
    select 'valeurs-retournees', 0, r.fiche_id, r.nombre from retournees r
    union all
    select 'valeurs', case when exists (select from campagne_en_cours where echeance < $3::date) then 0 else 2 end, m.fiche_id, sum(cardinality(case when p.territoires is null then m.manquants
      else array(select unnest(m.manquants) intersect select unnest(p.territoires)) end))
    from attendus m, plume p, droits
    where not exists (select from campagne_en_cours where close) and (d ->> 'valeurs.saisir' = 'contrat' or (
      d ? 'valeurs.saisir' and (m.responsable_id = $5::uuid or m.fiche_id in (select id from miennes))))
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
    where d ->> 'fiches.ecrire' = 'organisation' and a.statut = 'brouillon'
  )`;
