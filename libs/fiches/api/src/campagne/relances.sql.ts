import { attendues } from './attendues.sql';

/**
 * Who owes what: the organisation that answers for the data, and the villes of the périmètre for their own territories;
 * the other organisations of the périmètre where no ville of it answers. What is measured over the whole contrat is owed
 * by its responsable alone, when it has one. Each person gets what their organisation owes, or who stands in for them.
 */
const DUS = `
  perimetre as materialized (
    select p.fiche_id, o.id as organisation_id, o.commune_code is not null as est_ville
    from perimetre_fiche p join organisation o on (o.contrat_id, o.id) = (p.contrat_id, p.organisation_id)
    where p.contrat_id = $1
  ),
  a_faire as materialized (select * from etat where retournee or not remplie),
  doit as (
    select a.fiche_id, a.indicateur_id, a.territoire, a.retournee, a.responsable_id as organisation_id
    from a_faire a join organisation o on (o.contrat_id, o.id) = ($1, a.responsable_id)
    where o.commune_code is null or a.territoire = 'contrat' or (a.territoire, o.id) in (select * from lieu)
    union
    select a.fiche_id, a.indicateur_id, a.territoire, a.retournee, p.organisation_id
    from a_faire a join perimetre p on p.fiche_id = a.fiche_id
    where case
      when a.territoire = 'contrat' then a.responsable_id is null
      when p.est_ville then (a.territoire, p.organisation_id) in (select * from lieu)
      else not exists (
        select from perimetre s join lieu l on l.ville_id = s.organisation_id
        where s.fiche_id = a.fiche_id and l.territoire = a.territoire) end
  ),
  mandate as (
    select distinct on (m.personne_id) m.personne_id, m.organisation_id, m.role from mandat m
    where m.contrat_id = $1 and m.du <= $3::date and (m.au is null or m.au >= $3::date)
    order by m.personne_id, m.du, m.id
  ),
  destinataire as (
    select m.organisation_id, coalesce(r.id, p.id) as personne_id, case when r.id is not null then p.nom end as absent
    from mandate m
    join personne p on (p.contrat_id, p.id) = ($1, m.personne_id)
    left join delegation d on (d.contrat_id, d.personne_id) = ($1, p.id) and $3::date between d.du and d.au
    left join personne r on (r.contrat_id, r.id) = ($1, d.delegue_id) and r.email is not null
    where m.role in ('referent', 'contributeur') and coalesce(r.email, p.email) is not null
  ),
  recoit as materialized (
    select distinct t.personne_id, d.fiche_id, d.indicateur_id, d.territoire, d.retournee
    from doit d join destinataire t on t.organisation_id = d.organisation_id
  ),
  par_fiche as (
    select r.personne_id, r.fiche_id, count(*) as nombre, count(*) filter (where r.retournee) as retournees
    from recoit r group by r.personne_id, r.fiche_id
  ),
  par_personne as (
    select p.personne_id, sum(p.nombre) as nombre, jsonb_agg(jsonb_build_object(
        'fiche', jsonb_build_object('id', a.id, 'code', a.code, 'titre', a.titre),
        'manquantes', p.nombre - p.retournees, 'retournees', p.retournees
      ) order by a.lettre desc, a.enjeu_numero, a.rang) as fiches
    from par_fiche p join actives a on a.id = p.fiche_id group by p.personne_id
  )`;

const DESTINATAIRES = `(
  select coalesce(json_agg(json_build_object(
      'personne', json_build_object('id', p.id, 'nom', p.nom, 'email', p.email),
      'organisation', json_build_object('id', o.id, 'nom', o.nom), 'enLAbsenceDe', t.absents,
      'fiches', q.fiches, 'nombre', q.nombre
    ) order by o.nom collate "fr-x-icu", p.nom collate "fr-x-icu", p.id), '[]')
  from par_personne q
  join personne p on (p.contrat_id, p.id) = ($1, q.personne_id)
  join lateral (
    select (array_agg(d.organisation_id))[1] as organisation_id, string_agg(d.absent, ', ') as absents
    from destinataire d where d.personne_id = q.personne_id) t on true
  join organisation o on (o.contrat_id, o.id) = ($1, t.organisation_id))`;

/** `DestinataireRelance` of the year, as a list. Parameters of PORTEE. */
export const DESTINATAIRES_RELANCE = `with ${attendues('travail')}, ${DUS} select ${DESTINATAIRES} as reponse`;

/** `RelancesCampagne` of the year. Parameters of PORTEE. */
export const RELANCES = `
  with ${attendues('travail')}, ${DUS},
  envoi as (
    select r.numero, min(r.envoyee_le) as envoyee_le, min(r.envoyee_par) as envoyee_par, json_agg(json_build_object(
        'nom', p.nom, 'valeursAttendues', r.valeurs_attendues) order by p.nom collate "fr-x-icu", p.id) as personnes
    from campagne_relance r join personne p on (p.contrat_id, p.id) = (r.contrat_id, r.personne_id)
    where (r.contrat_id, r.annee) = ($1, $4::int) group by r.numero
  )
  select json_build_object(
    'destinataires', ${DESTINATAIRES},
    'sansDestinataire', (
      select count(*) from a_faire a
      where not exists (select from recoit r where r.indicateur_id = a.indicateur_id and r.territoire = a.territoire)),
    'historique', (
      select coalesce(json_agg(json_build_object('numero', e.numero, 'envoyeeLe', e.envoyee_le, 'envoyeePar', e.envoyee_par,
        'personnes', e.personnes) order by e.numero desc), '[]') from envoi e)
  ) as reponse`;

/** Keeps the sending: number, who was reminded, of how many values. */
export const CONSIGNER_RELANCE = `
  insert into campagne_relance (contrat_id, annee, numero, personne_id, valeurs_attendues, envoyee_par)
  select $1, $2, $3, p."personneId", p.nombre, $5 from jsonb_to_recordset($4::jsonb) as p("personneId" uuid, nombre int)`;

/** Number of the next sending. */
export const NUMERO_SUIVANT = `
  select coalesce(max(numero), 0) + 1 as numero from campagne_relance where (contrat_id, annee) = ($1, $2)`;
