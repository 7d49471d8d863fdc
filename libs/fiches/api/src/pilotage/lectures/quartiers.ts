import { indicateurJson, VALEUR_JSON } from '@pleniere/indicateurs/api';
import type { TexteLu } from '../../fiche/lecture-fiche';
import { TABLES_DECLINAISON } from '../../suivi/lectures';
import { portee } from './portee';

const CONCERNEES = `
  concernees as (
    select a.id, q.code from actives a, qpv q
    where q.contrat_id = $1 and a.portee in ('tous-qpv', 'metropole')
    union all
    select c.fiche_id, unnest(c.codes) from choisis c
  )`;

const QUARTIER = `
  'code', q.code, 'libelle', q.libelle, 'libelleEditorial', q.libelle_editorial, 'npnru', q.npnru, 'contour', q.contour,
  'communes', (
    select coalesce(json_agg(json_build_object('code', co.code, 'nom', co.nom) order by co.code), '[]')
    from qpv_commune qc join commune co on (co.contrat_id, co.code) = (qc.contrat_id, qc.commune_code)
    where qc.contrat_id = $1 and qc.qpv_code = q.code),
  'fiches', (select count(*) from concernees c where c.code = q.code),
  'valeursAttendues', (select count(*) from attendus a where q.code = any(a.territoires)),
  'valeursRenseignees', (
    select count(*) from attendus a where q.code = any(a.territoires) and q.code <> all(a.manquants))`;

/** Every quartier of the contrat with its figures of the year. Parameters of PORTEE. */
export const quartiers = (texte: TexteLu): string => `
  with ${portee(texte)}, ${CONCERNEES}
  select coalesce(json_agg(json_build_object(${QUARTIER})
    order by coalesce(q.libelle_editorial, q.libelle) collate "fr-x-icu", q.code), '[]') as reponse
  from qpv q where q.contrat_id = $1`;

const FICHES = `
  select coalesce(json_agg(json_build_object(
      'id', a.id, 'code', a.code, 'titre', a.titre, 'titreCourt', coalesce(a.contenu ->> 'titreCourt', ''), 'statut', a.statut, 'revision', a.revision, 'enVigueur', a.en_vigueur,
      'enjeu', json_build_object('id', e.id, 'type', e.type, 'numero', e.numero, 'intitule', e.intitule, 'couleur', e.couleur),
      'pilotes', coalesce(jsonb_path_query_array(a.contenu, '$.pilotes[*].libelle'), '[]'),
      'meteo', (select m.meteo from meteo_fiche m where m.contrat_id = $1 and m.fiche_id = a.id),
      'remplis', a.remplis, 'total', $6::int, 'modifieLe', a.modifie_le
    ) order by a.lettre desc, a.enjeu_numero, a.rang), '[]')
  from actives a
  join enjeu e on e.contrat_id = $1 and e.id = a.enjeu_id
  where a.id in (select c.id from concernees c where c.code = q.code)`;

const VALEURS = `
  select coalesce(json_agg(${VALEUR_JSON} order by v.annee), '[]')
  from valeur v where v.contrat_id = $1 and v.indicateur_id = i.id and v.territoire = q.code`;

const INDICATEUR = indicateurJson(
  `'valeurs', (${VALEURS}), 'fiche', json_build_object('id', a.id, 'code', a.code, 'titre', a.titre)`,
);

const INDICATEURS = `
  select coalesce(json_agg(${INDICATEUR} order by a.lettre desc, a.enjeu_numero, a.rang, i.ordre, i.id), '[]')
  from mesures m
  join indicateur i on i.contrat_id = $1 and i.id = m.id
  join actives a on a.id = m.fiche_id
  where m.maille = 'qpv' and (q.code = any(m.territoires) or exists (
    select from valeur v where v.contrat_id = $1 and v.indicateur_id = m.id and v.territoire = q.code
      and v.ventilation = 'total'))`;

const FICHE = `json_build_object('id', f.id, 'code', f.code, 'titre', f.titre)`;

const ICI = `actives f join concernees c on c.id = f.id and c.code = q.code`;

const COMMUNES = `select qc.commune_code from qpv_commune qc where qc.contrat_id = $1 and qc.qpv_code = q.code`;

// Those of the quartier itself, and those that a ville of the quartier writes for all of its quartiers.
const DECLINAISONS = `
  select coalesce(json_agg(json_build_object(
      'id', d.id, 'organisation', json_build_object('id', o.id, 'nom', o.nom), 'qpvCode', d.qpv_code,
      'referent', case when p.id is not null then json_build_object('id', p.id, 'nom', p.nom) end,
      'statutExecution', d.statut_execution, 'meteo', d.meteo, 'meteoExplication', d.meteo_explication,
      'modaliteRetenue', d.modalite_retenue, 'fiche', ${FICHE}
    ) order by f.lettre desc, f.enjeu_numero, f.rang, d.qpv_code nulls last), '[]')
  from ${ICI}, ${TABLES_DECLINAISON}
  where d.contrat_id = $1 and d.fiche_id = f.id
    and (d.qpv_code = q.code or d.qpv_code is null and o.commune_code in (${COMMUNES}))`;

const ACTIONS = `
  select coalesce(json_agg(json_build_object(
      'id', t.id, 'rang', t.rang, 'titre', t.titre, 'pilote', t.pilote, 'echeance', t.echeance, 'statut', t.statut,
      'fiche', ${FICHE}) order by t.echeance nulls last, f.lettre desc, f.enjeu_numero, f.rang, t.rang), '[]')
  from ${ICI} join action t on t.contrat_id = $1 and t.fiche_id = f.id`;

const PERSONNES = `
  select coalesce(json_agg(json_build_object(
      'id', h.personne_id, 'nom', h.nom, 'fonction', h.fonction, 'role', h.role, 'organisation', o.nom)
    order by h.role desc, h.nom collate "fr-x-icu"), '[]')
  from habilitation h join organisation o on (o.contrat_id, o.id) = (h.contrat_id, h.organisation_id)
  where h.contrat_id = $1 and (h.role = 'delegue' or h.role = 'referent' and o.commune_code in (${COMMUNES}))`;

const POPULATION = `
  select json_build_object('population', p.population, 'millesime', p.millesime, 'source', p.source)
  from reference_population p where p.contrat_id = $1 and p.qpv_code = q.code order by p.millesime desc limit 1`;

/**
 * One quartier with the fiches that concern it and the values recorded there. Parameters of PORTEE, then $5 its code
 * and $6 the number of fields of a whole sheet.
 */
export const quartierLu = (texte: TexteLu): string => `
  with ${portee(texte)}, ${CONCERNEES}
  select json_build_object(${QUARTIER}, 'population', (${POPULATION}),
    'fichesConcernees', (${FICHES}), 'declinaisons', (${DECLINAISONS}), 'actions', (${ACTIONS}),
    'personnes', ${texte === 'travail' ? `(${PERSONNES})` : 'json_build_array()'}, 'indicateurs', (${INDICATEURS})) as reponse
  from qpv q where q.contrat_id = $1 and q.code = $5`;
