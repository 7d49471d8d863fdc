import { ATTENTES } from './attentes';
import type { TexteLu } from '../../fiche/lecture-fiche';
import { portee } from './portee';

const NOM_FICHE = `json_build_object('id', a.id, 'code', a.code, 'titre', a.titre)`;

// The text being written over the one in force, and what is said of it, is not for those who read what is in force.
const SANS_ECRITURE = `
      and j.objet <> 'precision'
      and (j.objet not in ('fiche', 'avis') or j.fiche_id in (
        select f.id from fiche f where f.contrat_id = $1 and f.statut = 'en-vigueur'))`;

/**
 * The home page: what waits for the caller, what moved, the contrat in one picture. Parameters of PORTEE and ATTENTES,
 * with $7 the number of fields of a whole sheet.
 */
export const tableauDeBord = (texte: TexteLu): string => `
  with ${portee(texte)}, ${ATTENTES},
  mouvement as (
    select max(j.id) as id, max(j.quand) as quand, auteur_affiche($1, j.personne_id, j.auteur) as auteur, j.fiche_id, j.objet, count(*) as nombre,
      case when count(j.champ) = count(*) and count(distinct j.champ) = 1 then min(j.champ) end as champ
    from (select * from journal where contrat_id = $1 and fiche_id is not null
      and objet not in ('fil', 'message', 'note-terrain') order by id desc limit 500) j
    where j.fiche_id in (select id from visibles)${texte === 'en-vigueur' ? SANS_ECRITURE : ''}
    group by j.personne_id, j.auteur, j.fiche_id, j.objet, (j.quand at time zone 'Europe/Paris')::date
    order by 1 desc limit 30
  ),
  couverture as (
    select fiche_id, sum(cardinality(territoires)) as attendues, sum(cardinality(territoires) - cardinality(manquants)) as renseignees
    from attendus group by fiche_id
  ),
  image as (
    select a.enjeu_id, json_agg(json_build_object(
        'id', a.id, 'code', a.code, 'titre', a.titre, 'statut', a.statut, 'meteo', m.meteo,
        'remplis', a.remplis, 'total', $7::int,
        'valeursRenseignees', coalesce(c.renseignees, 0), 'valeursAttendues', coalesce(c.attendues, 0)
      ) order by a.lettre desc, a.enjeu_numero, a.rang) as fiches
    from actives a
    left join couverture c on c.fiche_id = a.id
    left join meteo_fiche m on m.contrat_id = $1 and m.fiche_id = a.id
    group by a.enjeu_id
  )
  select json_build_object(
    'annee', $4::int,
    'attentes', (
      select coalesce(json_agg(json_build_object('sorte', t.sorte, 'fiche', case when a.id is not null then ${NOM_FICHE} end,
        'nombre', t.nombre,
        'echeance', case t.sorte
          when 'precision' then (select q.echeance from questions q where q.fiche_id = t.fiche_id)
          when 'avis' then (select x.avis_echeance from transmises x where x.fiche_id = t.fiche_id)
          when 'valeurs' then (select c.echeance from campagne_en_cours c)
          else (select h.echeance from habitants h where h.sorte = t.sorte) end,
        'motif', case when t.sorte = 'valeurs-retournees' then (select r.motif from retournees r where r.fiche_id = t.fiche_id) end)
        order by t.rang, a.lettre desc, a.enjeu_numero, a.rang, t.sorte), '[]')
      from attente t left join actives a on a.id = t.fiche_id
      where t.nombre > 0 and (a.id is not null or t.fiche_id is null)),
    'mouvements', (
      select coalesce(json_agg(json_build_object('quand', m.quand, 'auteur', m.auteur, 'fiche', ${NOM_FICHE},
        'objet', m.objet, 'champ', m.champ, 'nombre', m.nombre) order by m.id desc), '[]')
      from mouvement m join visibles a on a.id = m.fiche_id),
    'enjeux', (
      select coalesce(json_agg(json_build_object('id', e.id, 'type', e.type, 'numero', e.numero, 'intitule', e.intitule,
        'couleur', e.couleur, 'fiches', coalesce(i.fiches, '[]')) order by e.type desc, e.numero), '[]')
      from enjeu e left join image i on i.enjeu_id = e.id where e.contrat_id = $1)
  ) as reponse`;
