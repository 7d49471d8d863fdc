/** How many people of a role a séance counts: headcount and ticks are two readings of one room, so the larger. */
export const compte = (role: string, seance = 's'): string => `greatest(
  (select sum(c.n) from comptage c where (c.contrat_id, c.seance_id) = (${seance}.contrat_id, ${seance}.id) and c.role = ${role}),
  (select nullif(count(*), 0) from presence p
    where (p.contrat_id, p.seance_id) = (${seance}.contrat_id, ${seance}.id) and p.role = ${role}))`;

const PRESENTS = `(
  select sum(${compte('r.role')})
  from unnest(array['habitant', 'association', 'institution', 'elu', 'bailleur']) as r(role))`;

/** What every answer shows of a séance `s` of an espace `e`. */
export const SEANCE_RESUME = `'id', s.id, 'version', s.version,
  'espace', json_build_object('id', e.id, 'nom', e.nom, 'forme', e.forme, 'organisationId', e.organisation_id),
  'qpvCode', s.qpv_code, 'date', s.date, 'heure', s.heure, 'lieu', s.lieu, 'modalite', s.modalite, 'statut', s.statut,
  'motif', s.motif, 'niveauParticipation', s.niveau_participation, 'compteRenduPublieLe', s.compte_rendu_publie_le,
  'presents', ${PRESENTS}, 'habitants', ${compte("'habitant'")}`;

/** A séance and its espace. */
export const TABLES_SEANCE =
  'seance_dialogue s join espace_dialogue e on (e.contrat_id, e.id) = (s.contrat_id, s.espace_id)';

/** A séance that took place. */
export const TENUE = "s.statut in ('tenue', 'compte-rendu-publie', 'close')";
const SES_SEANCES = '(s.contrat_id, s.espace_id) = (e.contrat_id, e.id)';

const ESPACE_RESUME = `'id', e.id, 'version', e.version, 'nom', e.nom, 'forme', e.forme,
  'organisation', json_build_object('id', o.id, 'nom', coalesce(o.nom_court, o.nom)),
  'description', e.description, 'depuis', e.depuis, 'jusquA', e.jusqu_a, 'public', e.public,
  'qpvCodes', (select coalesce(json_agg(q.qpv_code order by q.qpv_code), '[]') from espace_qpv q
    where (q.contrat_id, q.espace_id) = (e.contrat_id, e.id)),
  'tenues', (select count(*) from seance_dialogue s where ${SES_SEANCES} and ${TENUE}),
  'derniere', (select max(s.date) from seance_dialogue s where ${SES_SEANCES} and ${TENUE}),
  'prochaine', (select json_build_object('id', s.id, 'date', s.date, 'heure', s.heure, 'lieu', s.lieu)
    from seance_dialogue s where ${SES_SEANCES} and s.statut in ('planifiee', 'annoncee') and s.date >= $2
    order by s.date, s.heure, s.id limit 1)`;

const TABLES_ESPACE =
  'espace_dialogue e join organisation o on (o.contrat_id, o.id) = (e.contrat_id, e.organisation_id)';

/** Espaces of a contrat by name; `$2` is the day it is. */
export const LISTE_ESPACES = `
  select coalesce(json_agg(json_build_object(${ESPACE_RESUME}) order by e.nom), '[]') as reponse
  from ${TABLES_ESPACE} where e.contrat_id = $1`;

/** One espace with its séances, the latest first; `$2` is the day it is. */
export const UN_ESPACE = `
  select json_build_object(${ESPACE_RESUME}, 'seances', (
    select coalesce(json_agg(json_build_object(${SEANCE_RESUME}) order by s.date desc, s.heure desc, s.id), '[]')
    from seance_dialogue s where ${SES_SEANCES})) as reponse
  from ${TABLES_ESPACE} where e.contrat_id = $1 and e.id = $3`;
