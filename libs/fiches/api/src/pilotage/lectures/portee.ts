import { SOURCES, type TexteLu } from '../../fiche/lecture-fiche';

/**
 * What the aggregating reads of pilotage share, as common table expressions. $1 contrat, $2 statuts that the caller may
 * see, $3 today (date), $4 the current year.
 */
export const portee = (texte: TexteLu): string => `
  visibles as materialized (
    select f.id, f.code, f.titre, f.statut, f.enjeu_id, f.lettre, f.enjeu_numero, f.rang, f.contenu, f.manques_obligatoires,
      f.champs_remplis + (
        select count(distinct i.type) from indicateur i where i.contrat_id = $1 and i.fiche_id = f.id) as remplis,
      f.contenu #>> '{cadreOu,portee}' as portee, f.modifie_le, f.revision, f.en_vigueur
    from ${SOURCES[texte].fiche} f where f.contrat_id = $1 and f.statut = any($2)
  ),
  actives as (select * from visibles where statut <> 'archive'),
  quartier as (
    select code from qpv where contrat_id = $1 and valid_from <= $3::date and (valid_to is null or valid_to > $3::date)
  ),
  choisis as (
    select a.id as fiche_id, array_agg(distinct q.code) as codes
    from actives a
    join ${SOURCES[texte].reference} r on r.contrat_id = $1 and r.fiche_id = a.id and r.champ = 'cadreOu'
    join quartier q on q.code = r.qpv_code or exists (
      select from qpv_commune qc where qc.contrat_id = $1 and qc.qpv_code = q.code and qc.commune_code = r.commune_code)
    where a.portee = 'selection'
    group by a.id
  ),
  ensemble as (
    select array(select code from quartier) as quartiers, array(
      select distinct commune_code from organisation
      where contrat_id = $1 and categorie = 'ville' and commune_code is not null) as villes
  ),
  mesures as materialized (
    select i.id, i.fiche_id, i.maille, i.responsable_id, i.periodicite = 'annuelle' or $4::int = any(i.annees_ponctuelles) as attendue,
      case i.maille when 'contrat' then array['contrat'] when 'commune' then e.villes else coalesce(c.codes, e.quartiers) end
        as territoires
    from actives a
    join indicateur i on i.contrat_id = $1 and i.fiche_id = a.id
    left join choisis c on c.fiche_id = a.id
    cross join ensemble e
  ),
  attendus as materialized (
    select m.*, array(
      select unnest(m.territoires)
      except
      select v.territoire from valeur v
      where v.contrat_id = $1 and v.indicateur_id = m.id and v.annee = $4 and v.ventilation = 'total') as manquants
    from mesures m
    where m.attendue
  )`;

/** The same over the texts being written. */
export const PORTEE = portee('travail');
