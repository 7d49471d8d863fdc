import { VALEUR_JSON } from '../../json';
import { INDICATEUR_SAISI, territoires } from '../valeurs.repository';

/**
 * What the cells $2 of the contrat $1 are judged against, without a lock.
 * `suivante` is the version that an empty cell would take: it goes on from its history. The cells come as JSON rather than
 * as lists: PostgreSQL would plan the statement again for each number of them.
 */
export const LIRE = `
  with s as materialized (
    select row_number() over () as rang, s.* from jsonb_to_recordset($2::jsonb) as s(
      "indicateurId" uuid, annee int, territoire text, ventilation text, cle text, "organisationId" uuid)
  )
  select json_build_object(
    'periode', (select json_build_object('anneeDebut', annee_debut, 'anneeFin', annee_fin) from contrat where id = $1),
    'indicateurs', (
      select coalesce(json_agg(${INDICATEUR_SAISI}), '[]') from indicateur i
      where i.contrat_id = $1 and i.id in (select s."indicateurId" from s)),
    'territoires', ${territoires('select s.territoire from s')},
    'villes', (
      select coalesce(json_object_agg(o.id, o.commune_code), '{}') from organisation o
      where o.contrat_id = $1 and o.id in (select s."organisationId" from s)),
    'campagnes', (
      select coalesce(json_agg(
        json_build_object('annee', k.annee, 'version', k.version, 'echeance', k.echeance, 'closeLe', k.close_le)), '[]')
      from campagne k where k.contrat_id = $1 and k.annee in (select s.annee from s)),
    'cellules', (
      select json_agg(json_build_object(
        'valeur', case when v.version is not null then ${VALEUR_JSON} end,
        'suivante', case when v.version is null then 1 + (
          select count(*) from journal j where j.contrat_id = $1 and j.objet = 'valeur' and j.objet_id = s.cle) end
      ) order by s.rang)
      from s left join valeur v on v.contrat_id = $1 and v.indicateur_id = s."indicateurId" and v.annee = s.annee
        and v.territoire = s.territoire and v.ventilation = s.ventilation)
  ) as lu`;

const MEME_CELLULE = `v.contrat_id = $1 and v.indicateur_id = s."indicateurId" and v.annee = s.annee
    and v.territoire = s.territoire and v.ventilation = s.ventilation`;

/**
 * Writes cells $2 of the contrat $1, each for itself and only as long as what it was judged against still stands: the
 * definition of its indicator and the campagne of its year (held until the commit, in the order that a closing takes
 * them), its version, its history. The entry of the journal goes with it. Answers what was written.
 */
export const ECRIRE = `
  with s as materialized (
    select * from jsonb_to_recordset($2::jsonb) as s("indicateurId" uuid, annee int, territoire text, ventilation text,
      commune text, qpv text, version int, suivante int, nombre numeric, texte text, modalites text[], absence text,
      qualite text, commentaire text, source text, "enRetard" boolean, "versionIndicateur" int, "versionCampagne" int,
      "personneId" uuid, nom text, signature text, cle text, "ficheId" uuid, avant jsonb, apres jsonb)
  ), definition as materialized (
    select i.id, i.version from indicateur i
    where i.contrat_id = $1 and i.id in (select s."indicateurId" from s) order by i.id for share
  ), campagne_tenue as materialized (
    select k.annee, k.version from campagne k
    where k.contrat_id = $1 and k.annee in (select s.annee from s) order by k.annee for share
  ), juste as materialized (
    select s.* from s
    join definition d on d.id = s."indicateurId" and d.version = s."versionIndicateur"
    left join campagne_tenue k on k.annee = s.annee
    where k.version is not distinct from s."versionCampagne"
  ), changee as (
    update valeur v set version = s.suivante, valeur_num = s.nombre, valeur_texte = s.texte, modalites = s.modalites,
      absence = s.absence, qualite = s.qualite, commentaire = s.commentaire, source = s.source, import_id = null,
      en_retard = s."enRetard", statut = 'proposee', retour = '', statut_le = null, statut_par = null, modifie_le = now(),
      modifie_par = s.nom
    from juste s where ${MEME_CELLULE} and v.version = s.version
    returning v.*
  ), nouvelle as (
    insert into valeur (contrat_id, indicateur_id, annee, commune_code, qpv_code, ventilation, version, valeur_num, valeur_texte,
      modalites, absence, qualite, commentaire, source, en_retard, modifie_par)
    select $1, s."indicateurId", s.annee, s.commune, s.qpv, s.ventilation, s.suivante, s.nombre, s.texte, s.modalites,
      s.absence, s.qualite, s.commentaire, s.source, s."enRetard", s.nom
    from juste s
    where s.version is null and s.suivante = 1 + (
      select count(*) from journal j where j.contrat_id = $1 and j.objet = 'valeur' and j.objet_id = s.cle)
    on conflict do nothing returning *
  ), v as (
    select * from changee union all select * from nouvelle
  ), inscrite as (
    insert into journal (contrat_id, personne_id, auteur, objet, objet_id, fiche_id, avant, apres)
    select $1, s."personneId", s.signature, 'valeur', s.cle, s."ficheId", s.avant, s.apres
    from v join s on ${MEME_CELLULE} order by s.cle
  )
  select ${VALEUR_JSON} as valeur from v`;
