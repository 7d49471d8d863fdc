import type { TexteLu } from '../../fiche/lecture-fiche';
import { portee } from './portee';

const NOM_FICHE = `json_build_object('id', a.id, 'code', a.code, 'titre', a.titre)`;
const ORDRE = 'a.lettre desc, a.enjeu_numero, a.rang';

/** What an organisation holds, and what its people have done. Parameters of PORTEE, then $5 organisation, $6 who asks, $7 whether they read the journal. */
export const reprise = (texte: TexteLu): string => `
  with ${portee(texte)},
  miennes as (
    select a.* from actives a join perimetre_fiche p on p.contrat_id = $1 and p.fiche_id = a.id and p.organisation_id = $5
  ),
  gens as (
    select m.personne_id, min(m.du) as du, case when bool_and(m.au is not null) then max(m.au) end as au
    from mandat m where m.contrat_id = $1 and m.organisation_id = $5 and m.personne_id <> $6 and m.du <= $3::date
    group by m.personne_id
  )
  select json_build_object(
    'organisation', json_build_object('id', o.id, 'nom', o.nom),
    'personnes', (
      select coalesce(json_agg(json_build_object('id', p.id, 'nom', p.nom, 'fonction', p.fonction, 'du', g.du, 'au', g.au)
        order by g.au desc nulls last, p.nom collate "fr-x-icu"), '[]')
      from gens g join personne p on (p.contrat_id, p.id) = ($1, g.personne_id)),
    'fiches', (
      select coalesce(json_agg(json_build_object('id', a.id, 'code', a.code, 'titre', a.titre, 'statut', a.statut,
        'modifieLe', a.modifie_le) order by ${ORDRE}), '[]') from miennes a),
    'declinaisons', (
      select coalesce(json_agg(json_build_object('id', d.id, 'fiche', ${NOM_FICHE}, 'qpv', q.libelle,
        'statutExecution', d.statut_execution, 'meteo', d.meteo) order by ${ORDRE}, q.libelle nulls first), '[]')
      from declinaison d join actives a on a.id = d.fiche_id
      left join qpv q on (q.contrat_id, q.code) = (d.contrat_id, d.qpv_code)
      where d.contrat_id = $1 and d.organisation_id = $5),
    'indicateurs', (
      select coalesce(json_agg(json_build_object('id', i.id, 'libelle', i.libelle,
        'fiche', case when a.id is not null then ${NOM_FICHE} end) order by ${ORDRE}, i.ordre), '[]')
      from indicateur i left join actives a on a.id = i.fiche_id
      where i.contrat_id = $1 and i.responsable_id = $5 and (i.fiche_id is null or a.id is not null)),
    'actionsEnRetard', (
      select coalesce(json_agg(json_build_object('id', c.id, 'titre', c.titre, 'echeance', c.echeance, 'fiche', ${NOM_FICHE})
        order by c.echeance, ${ORDRE}), '[]')
      from action c join miennes a on a.id = c.fiche_id
      where c.contrat_id = $1 and c.statut in ('a-venir', 'en-cours') and c.echeance < $3::date),
    'changements', (
      select coalesce(json_agg(json_build_object('id', j.id::text, 'quand', j.quand,
        'auteur', json_build_object('id', j.personne_id, 'nom', auteur_affiche($1, j.personne_id, j.auteur)), 'objet', j.objet, 'objetId', j.objet_id,
        'ficheId', j.fiche_id, 'champ', j.champ, 'avant', j.avant, 'apres', j.apres, 'motif', j.motif)
        order by j.id desc), '[]')
      from (
        select * from journal where contrat_id = $1 and $7 and fiche_id in (select id from miennes)
          and personne_id in (select personne_id from gens) order by id desc limit 30
      ) j)
  ) as reponse
  from organisation o where o.contrat_id = $1 and o.id = $5`;
