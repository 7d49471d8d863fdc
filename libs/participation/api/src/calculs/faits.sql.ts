import { DATE_SOURCE, LIBELLE_SOURCE, PREUVE, SORTE_SOURCE, TABLES_LIEN } from '../liens/liens.sql';

const PARIS = "at time zone 'Europe/Paris')::date";
const HABITANT = `(p.contrat_id, p.seance_id, p.role) = (s.contrat_id, s.id, 'habitant')`;
const liste = (json: string, reste: string): string =>
  `select coalesce(json_agg(${json}), '[]') as reponse from ${reste}`;

/** Séances with the residents who came; `libelle` and `adresse` are what the fact is shown by, and count for nothing. */
export const SEANCES = liste(
  `json_build_object('id', s.id, 'espaceId', s.espace_id, 'qpvCode', s.qpv_code, 'date', s.date, 'statut', s.statut,
    'compteRenduPublieLe', s.compte_rendu_publie_le, 'sollicitations', s.sollicitations,
    'comptes', (select c.n from comptage c where (c.contrat_id, c.seance_id, c.role) = (s.contrat_id, s.id, 'habitant')),
    'anonymes', (select count(*) from presence p where ${HABITANT} and p.cle_hash is null),
    'cles', (select coalesce(json_agg(p.cle_hash order by p.cle_hash), '[]') from presence p where ${HABITANT} and p.cle_hash is not null),
    'profils', (select coalesce(json_agg(json_build_object('trancheAge', p.tranche_age, 'genre', p.genre, 'qpvCode', p.qpv_code)), '[]')
      from presence p where ${HABITANT}),
    'nom', e.nom)`,
  'seance_dialogue s join espace_dialogue e on (e.contrat_id, e.id) = (s.contrat_id, s.espace_id) where s.contrat_id = $1',
);

/** Notes given at the end of the séances. */
export const RESSENTIS = liste(
  `json_build_object('id', s.id, 'date', s.date, 'qpvCode', s.qpv_code, 'question', s.ressenti_question, 'nom', e.nom,
    'notes', (select json_object_agg(r.note, r.n) from ressenti r where (r.contrat_id, r.seance_id) = (s.contrat_id, s.id)))`,
  `seance_dialogue s join espace_dialogue e on (e.contrat_id, e.id) = (s.contrat_id, s.espace_id)
  where s.contrat_id = $1 and exists (select from ressenti r where (r.contrat_id, r.seance_id) = (s.contrat_id, s.id) and r.n > 0)`,
);

/** Consultations that opened, and by what they reached people. */
export const CONSULTATIONS = liste(
  `json_build_object('id', c.id, 'ouverteLe', (c.ouverture ${PARIS},
    'qpvCodes', (select coalesce(json_agg(q.qpv_code order by q.qpv_code), '[]') from consultation_qpv q
      where (q.contrat_id, q.consultation_id) = (c.contrat_id, c.id)),
    'sollicitations', case when exists (select from lot_papier l where (l.contrat_id, l.consultation_id) = (c.contrat_id, c.id))
      then '["consultation-en-ligne", "questionnaire-papier"]'::json else '["consultation-en-ligne"]' end,
    'nom', c.question)`,
  `consultation c where c.contrat_id = $1 and c.etape <> 'brouillon' and c.ouverture <= now()
    and (c.annulee_le is null or c.annulee_le > c.ouverture)`,
);

/** Who took part online, without a key: the consultation stands for them where facts are shown. */
export const PARTICIPANTS = liste(
  `json_build_object('id', u.id, 'date', (u.cree_le ${PARIS}, 'qpvCode', f.qpv_code, 'suspect', u.confiance = 'suspect',
    'votesValides', coalesce(v.n, 0), 'propositionsAcceptees', coalesce(p.n, 0), 'consultationId', u.consultation_id)`,
  `participant u
  left join participant_profil f on (f.contrat_id, f.consultation_id, f.participant_id) = (u.contrat_id, u.consultation_id, u.id)
  left join (select consultation_id, participant_id, count(*) as n from vote_courant where contrat_id = $1 and valeur is not null
    group by 1, 2) v on (v.consultation_id, v.participant_id) = (u.consultation_id, u.id)
  left join (select consultation_id, auteur_id, count(*) as n from proposition where contrat_id = $1 and etat in ('acceptee', 'rattachee')
    group by 1, 2) p on (p.consultation_id, p.auteur_id) = (u.consultation_id, u.id)
  where u.contrat_id = $1 and u.canal = 'web' and coalesce(v.n, 0) + coalesce(p.n, 0) > 0`,
);

/** Questions, with when they were answered and of what use that was. */
export const QUESTIONS = liste(
  `json_build_object('id', q.id, 'etat', q.etat, 'poseeLe', q.posee_le, 'modereeLe', q.moderee_le, 'echeance', q.echeance,
    'repondueLe', q.repondue_le, 'qpvCode', q.qpv_code, 'numero', q.numero, 'retours', (
      select json_build_object('oui', count(*) filter (where t.utile), 'non', count(*) filter (where not t.utile))
      from retour_reponse t where (t.contrat_id, t.question_id) = (q.contrat_id, q.id)))`,
  'question_habitant q where q.contrat_id = $1',
);

/** Actions of the fiches. */
export const ACTIONS = liste(
  `json_build_object('id', a.id, 'active', a.statut in ('a-venir', 'en-cours', 'realisee'), 'nom', a.titre, 'code', f.code)`,
  `action a join fiche f on (f.contrat_id, f.id) = (a.contrat_id, a.fiche_id) where a.contrat_id = $1 and f.statut <> 'archive'`,
);

/**
 * Money of the actions: lines of budget that name one, out of the text in force (of the first draft while there is none),
 * and what published laureates were granted.
 */
export const FINANCEMENTS = liste(
  `json_build_object('id', m.id, 'actionId', a.id, 'annee', m.annee, 'obtenuCentimes', m.obtenu, 'realiseCentimes', m.realise,
    'appel', m.appel, 'nom', a.titre, 'code', f.code, 'par', m.par)`,
  `action a join fiche f on (f.contrat_id, f.id) = (a.contrat_id, a.fiche_id)
  left join revision r on (r.contrat_id, r.fiche_id, r.numero) = (f.contrat_id, f.id, f.en_vigueur)
  cross join lateral (
    select l ->> 'id' as id, (l ->> 'annee')::int as annee, (l ->> 'obtenu')::bigint as obtenu, (l ->> 'realise')::bigint as realise,
      l ->> 'financeur' as par, false as appel
    from jsonb_array_elements(coalesce(r.contenu, f.contenu) -> 'lignesBudget') l where l ->> 'actionId' = a.id::text
    union all
    select k.id::text, extract(year from p.laureats_publies_le at time zone 'Europe/Paris')::int, k.montant_centimes, null, p.titre, true
    from candidature k join appel_projets p on (p.contrat_id, p.id) = (k.contrat_id, k.appel_id)
    where (k.contrat_id, k.action_id, k.statut) = (a.contrat_id, a.id, 'laureate') and p.laureats_publies_le is not null) m
  where a.contrat_id = $1 and f.statut <> 'archive'`,
);

const CHANGEE = `coalesce((r.en_vigueur_le ${PARIS}, case when d.action_id is not null then (d.decidee_le ${PARIS} end)`;

/** Links to fiches and actions, with what was decided; a revision that was given up is none. */
export const LIENS = liste(
  `json_build_object('id', l.id, 'cibleSorte', case when l.fiche_id is null then 'action' else 'fiche' end,
    'cibleId', coalesce(l.fiche_id, l.action_id), 'etape', l.etape, 'date', ${DATE_SOURCE},
    'qpvCode', coalesce(q.qpv_code, s.qpv_code), 'source', ${PREUVE},
    'suite', d.verdict, 'motif', coalesce(d.motif, ''), 'decideeLe', (d.decidee_le ${PARIS},
    'revisionId', case when r.abandonnee_le is null then r.fiche_id || '/' || r.numero end, 'actionCreeeId', d.action_id,
    'changeeLe', ${CHANGEE}, 'sourceSorte', ${SORTE_SOURCE}, 'sourceId', coalesce(q.id, s.id, i.id, p.id),
    'consultationId', c.id, 'nom', ${LIBELLE_SOURCE}, 'cible', coalesce(a.titre, f.titre))`,
  `${TABLES_LIEN} where l.contrat_id = $1 and l.indicateur_id is null`,
);

/** Quartiers of the contrat with their communes, those that are no more left out ($2 the day it is). */
export const QUARTIERS = liste(
  `json_build_object('code', q.code, 'communes', array(select c.commune_code from qpv_commune c
    where (c.contrat_id, c.qpv_code) = (q.contrat_id, q.code)))`,
  'qpv q where q.contrat_id = $1 and (q.valid_to is null or q.valid_to > $2)',
);

/** Computed indicators of a contrat, and the years that they were computed for ($2 one of them, or null for all). */
export const INDICATEURS = liste(
  `json_build_object('id', i.id, 'calcul', i.calcul, 'maille', i.maille,
    'annees', array(select distinct v.annee from valeur_calculee v where (v.contrat_id, v.indicateur_id) = (i.contrat_id, i.id)))`,
  'indicateur i where i.contrat_id = $1 and i.calcul is not null and ($2::uuid is null or i.id = $2)',
);

/** Keeps a value after the last one, unless it was computed from the same facts. */
export const GARDER = `
  with derniere as (
    select rang, empreinte, calcul, valeur from valeur_calculee where (contrat_id, indicateur_id, annee, territoire) = ($1, $2, $3, $4)
    order by rang desc limit 1)
  insert into valeur_calculee (contrat_id, indicateur_id, annee, commune_code, qpv_code, rang, calcul, valeur, min, max, numerateur,
    denominateur, n, phrase, formule_version, empreinte, faits)
  select $1, $2, $3, case when $4 ~ '^[0-9]' then $4 end, case when $4 ~ '^QN' then $4 end,
    coalesce((select rang from derniere), 0) + 1, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15
  where not exists (select from derniere where empreinte = $14)
  on conflict do nothing returning rang`;

/** Changes since the last computation, by contrat. */
export const A_REFAIRE = `select contrat_id as "contratId", max(id) as dernier from calcul_a_refaire group by contrat_id`;

/** What has just been taken into account. */
export const REFAIT = 'delete from calcul_a_refaire where contrat_id = $1 and id <= $2';

/** Contrats with something to compute. */
export const CALCULANTS = 'select distinct contrat_id as "contratId" from indicateur where calcul is not null';
