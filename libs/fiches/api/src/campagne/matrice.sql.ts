import type { TexteLu } from '../fiche/lecture-fiche';
import { attendues, AVANCEMENT } from './attendues.sql';

/** `MatriceCampagne` of the year. Parameters of PORTEE. */
export const matrice = (texte: TexteLu): string => `
  with ${attendues(texte)},
  par_fiche as (
    select e.fiche_id, jsonb_build_object(${AVANCEMENT}) as compte from etat e group by e.fiche_id
  ),
  par_ville as (
    select e.ville_id, jsonb_build_object(${AVANCEMENT}) as compte from place e group by e.ville_id
  ),
  croisement as (
    select jsonb_build_object('ficheId', e.fiche_id, 'villeId', e.ville_id, ${AVANCEMENT}) as compte
    from place e group by e.fiche_id, e.ville_id
  )
  select json_build_object(
    'fiches', (
      select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'code', a.code, 'titre', a.titre) || p.compte
        order by a.lettre desc, a.enjeu_numero, a.rang), '[]')
      from par_fiche p join actives a on a.id = p.fiche_id),
    'villes', (
      select coalesce(jsonb_agg(jsonb_build_object('id', p.ville_id, 'nom', coalesce(v.nom, 'Ensemble du contrat')) || p.compte
        order by v.nom collate "fr-x-icu", v.id), '[]')
      from par_ville p left join ville v on v.id = p.ville_id),
    'croisements', (select coalesce(jsonb_agg(compte), '[]') from croisement),
    'total', (select json_build_object(${AVANCEMENT}) from etat e)
  ) as reponse`;

/** `CaseAFaire` of the fiche $5 in the ville $6, null for the whole contrat. Parameters of PORTEE before. */
export const aFaire = (texte: TexteLu): string => `
  with ${attendues(texte)}
  select coalesce(json_agg(json_build_object('indicateurId', p.indicateur_id, 'libelle', i.libelle, 'territoire', p.territoire,
      'lieu', coalesce(q.libelle_editorial, q.libelle, c.nom, 'Ensemble du contrat'),
      'retour', case when p.retournee then p.retour end
    ) order by i.ordre, i.id, coalesce(q.libelle_editorial, q.libelle, c.nom) collate "fr-x-icu"), '[]') as reponse
  from place p
  join indicateur i on (i.contrat_id, i.id) = ($1, p.indicateur_id)
  left join qpv q on (q.contrat_id, q.code) = ($1, p.territoire)
  left join commune c on (c.contrat_id, c.code) = ($1, p.territoire)
  where p.fiche_id = $5::uuid and p.ville_id is not distinct from $6::uuid and (p.retournee or not p.remplie)`;
