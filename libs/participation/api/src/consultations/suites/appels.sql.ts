import { AVANCEMENT, NOUVELLES, NOUVELLES_TENUES } from '../projets/projets.sql';
import { ACTION_JSON, FICHE_JSON } from '../resultats/idees.sql';

const STATUT = `case when a.laureats_publies_le is not null then 'laureats' when clock_timestamp() < a.ouverture then 'a-venir'
  when clock_timestamp() < a.cloture then 'ouvert' else 'instruction' end`;

const COMMUN = `'id', a.id, 'titre', a.titre, 'texte', a.texte, 'criteres', a.criteres, 'ouverture', a.ouverture,
  'cloture', a.cloture, 'statut', ${STATUT}, 'laureatsPubliesLe', a.laureats_publies_le`;

const IDEE = `(select json_build_object('id', i.id, 'titre', i.titre) from idee i where (i.contrat_id, i.id) = (k.contrat_id, k.idee_id))`;

// Weighted mean of the notes, once every criterion has one.
const TOTAL = `(select case when count(*) = count(k.notes ->> (x ->> 'id')) and sum((x ->> 'poids')::numeric) > 0
    then round(sum((k.notes ->> (x ->> 'id'))::numeric * (x ->> 'poids')::numeric) / sum((x ->> 'poids')::numeric), 2)::float end
  from jsonb_array_elements(a.criteres) x)`;

const CANDIDATURE = `json_build_object('id', k.id, 'version', k.version, 'porteur', k.porteur, 'siret', k.siret, 'titre', k.titre,
  'resume', k.resume, 'montantCentimes', k.montant_centimes, 'contact', k.contact, 'idee', ${IDEE}, 'statut', k.statut,
  'notes', k.notes, 'total', ${TOTAL}, 'avis', k.avis, 'motif', k.motif, 'fiche', ${FICHE_JSON}, 'action', ${ACTION_JSON}, 'deposeeLe', k.deposee_le,
  'avancement', ${AVANCEMENT}, 'nouvelles', ${NOUVELLES})`;

const TABLES = `candidature k left join fiche f on (f.contrat_id, f.id) = (k.contrat_id, k.fiche_id)
  left join action n on (n.contrat_id, n.id) = (k.contrat_id, k.action_id)`;

const APPEL = `json_build_object(${COMMUN}, 'version', a.version, 'candidatures', (
  select coalesce(json_agg(${CANDIDATURE} order by k.deposee_le, k.id), '[]') from ${TABLES}
  where (k.contrat_id, k.appel_id) = (a.contrat_id, a.id)))`;

/** Calls for projects of a consultation, with their candidatures. */
export const APPELS = `
  select coalesce(json_agg(${APPEL} order by a.ouverture, a.id), '[]') as reponse from appel_projets a
  where (a.contrat_id, a.consultation_id) = ($1, $2)`;

/** One call for projects. */
export const UN_APPEL = `
  select ${APPEL} as reponse, ${STATUT} as statut from appel_projets a where (a.contrat_id, a.id) = ($1, $2)`;

/** Calls for projects as everybody reads them. */
export const APPELS_PUBLICS = `
  select coalesce(json_agg(json_build_object(${COMMUN}, 'laureats', (
    select coalesce(json_agg(json_build_object('id', k.id, 'porteur', k.porteur, 'titre', k.titre, 'resume', k.resume,
      'montantCentimes', k.montant_centimes, 'idee', ${IDEE}, 'fiche', ${FICHE_JSON}, 'action', ${ACTION_JSON},
      'avancement', ${AVANCEMENT}, 'nouvelles', ${NOUVELLES_TENUES}) order by k.titre collate "fr-x-icu"), '[]')
    from ${TABLES} where (k.contrat_id, k.appel_id) = (a.contrat_id, a.id) and k.statut = 'laureate' and a.laureats_publies_le is not null))
    order by a.ouverture, a.id), '[]') as reponse
  from appel_projets a where (a.contrat_id, a.consultation_id) = ($1, $2)`;

/** Once the report is published. */
export const CREER_APPEL = `
  insert into appel_projets (contrat_id, consultation_id, titre, texte, criteres, ouverture, cloture)
  select $1, c.id, $3, $4, $5, $6, $7 from consultation c
  where (c.contrat_id, c.id) = ($1, $2) and c.etape in ('restituee', 'suites') and c.annulee_le is null returning id`;

/** Until the laureates are published. */
export const ECRIRE_APPEL = `
  update appel_projets set version = version + 1, titre = $3, texte = $4, criteres = $5, ouverture = $6, cloture = $7
  where contrat_id = $1 and id = $2 and version = $8 and laureats_publies_le is null returning id`;

/** Once it is closed and every candidature is decided. */
export const PUBLIER_LAUREATS = `
  update appel_projets a set version = a.version + 1, laureats_publies_le = now()
  where a.contrat_id = $1 and a.id = $2 and a.version = $3 and a.laureats_publies_le is null and a.cloture <= clock_timestamp()
    and not exists (select from candidature k where (k.contrat_id, k.appel_id) = (a.contrat_id, a.id) and k.statut in ('deposee', 'recevable'))
  returning a.id`;

/** Between the two instants of the call. */
export const DEPOSER = `
  insert into candidature (contrat_id, appel_id, porteur, siret, titre, resume, montant_centimes, contact, idee_id)
  select $1, a.id, $3, $4, $5, $6, $7, $8, $9 from appel_projets a
  where (a.contrat_id, a.id) = ($1, $2) and clock_timestamp() >= a.ouverture and clock_timestamp() < a.cloture returning id`;

/** Notes, avis and decision on a candidature. */
export const INSTRUIRE = `
  update candidature k set version = k.version + 1, statut = $3, notes = $4, avis = $5, motif = $6, fiche_id = $7, action_id = $8
  from appel_projets a
  where (a.contrat_id, a.id) = (k.contrat_id, k.appel_id) and a.laureats_publies_le is null
    and k.contrat_id = $1 and k.id = $2 and k.version = $9
  returning k.appel_id as "appelId"`;

/** Whether the contrat has this candidature. */
export const CONNUE = 'select 1 from candidature where (contrat_id, id) = ($1, $2)';
