import { SEANCE_RESUME, TABLES_SEANCE } from '../lectures';

const siens = (table: string) => `(${table}.contrat_id, ${table}.seance_id) = (s.contrat_id, s.id)`;

/** Every séance of a contrat, the latest first. */
export const LISTE_SEANCES = `
  select coalesce(json_agg(json_build_object(${SEANCE_RESUME}) order by s.date desc, s.heure desc, s.id), '[]') as reponse
  from ${TABLES_SEANCE} where s.contrat_id = $1`;

/** One séance with everything; nothing of a presence tells who it was. */
export const UNE_SEANCE = `
  select json_build_object(${SEANCE_RESUME}, 'dureeMinutes', s.duree_minutes, 'sollicitations', s.sollicitations,
    'ordreDuJour', s.ordre_du_jour, 'compteRendu', s.compte_rendu, 'niveauJustification', s.niveau_justification,
    'ressentiQuestion', s.ressenti_question, 'codeEmargement', s.code_emargement,
    'adresseEmargement', (
      select '/habitants/' || k.adresse || '/emargement/' || s.code_emargement from contrat k where k.id = s.contrat_id),
    'presences', (
      select coalesce(json_agg(json_build_object('id', p.id, 'role', p.role, 'trancheAge', p.tranche_age,
        'genre', p.genre, 'qpvCode', p.qpv_code, 'premiereFois', p.premiere_fois,
        'parTelephone', p.cle_hash is not null) order by p.role, p.id), '[]')
      from presence p where ${siens('p')}),
    'comptages', (
      select coalesce(json_agg(json_build_object('role', c.role, 'n', c.n, 'methode', c.methode, 'version', c.version)
        order by c.role), '[]')
      from comptage c where ${siens('c')}),
    'ressenti', (
      select json_build_object('version', coalesce(max(r.version), 0),
        'notes', coalesce(json_agg(r.n order by r.note) filter (where r.note is not null), '[0, 0, 0, 0, 0]'))
      from ressenti r where ${siens('r')}),
    'notes', (
      select coalesce(json_agg(json_build_object('id', n.id, 'texte', n.texte, 'priseLe', n.prise_le)
        order by n.prise_le, n.id), '[]')
      from note_seance n where ${siens('n')}),
    'questions', (
      select coalesce(json_agg(json_build_object('id', q.id, 'numero', q.numero, 'texte', q.texte, 'etat', q.etat)
        order by q.numero), '[]')
      from question_habitant q where ${siens('q')})) as reponse
  from ${TABLES_SEANCE} where s.contrat_id = $1 and s.id = $2`;

/** Who animates the espace of a séance, and where the séance stands; held until the transaction ends. */
export const SEANCE_TENUE = `
  select e.organisation_id as "organisationId", s.version, s.statut, s.date::text as date, s.lieu, s.compte_rendu as "compteRendu",
    s.niveau_participation as "niveauParticipation",
    exists (select from presence p where ${siens('p')}) or exists (select from comptage c where ${siens('c')})
      as "presencesSaisies"
  from ${TABLES_SEANCE} where s.contrat_id = $1 and s.id = $2 for update of s`;
