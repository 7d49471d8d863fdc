// Whoever sorted a question does not publish its answer alone; the team holds every pen.
const TRIEE_PAR_MOI = `(
  select j.personne_id from journal j
  where j.contrat_id = $1 and j.objet = 'question' and j.objet_id = q.id::text and j.apres ->> 'etat' = 'recevable'
  order by j.id desc limit 1) is not distinct from $8::uuid`;

/**
 * Questions of residents that wait for the caller, as (sorte, rang, nombre, echeance): those to sort, the answers that
 * their organisation owes, and those to publish. The team answers for an organisation that has nobody here. Parameters of
 * ATTENTES, with its `droits`; $3 today.
 */
export const QUESTIONS_HABITANTS = `
  habitants as (
    select a.sorte, case when min(q.echeance) < $3::date then 0 else 1 end as rang, count(*) as nombre, min(q.echeance) as echeance
    from droits, question_habitant q
    join (values ('posee', 'question-a-moderer'), ('recevable', 'question-a-attribuer'), ('attribuee', 'question-a-repondre'),
      ('reponse-preparee', 'reponse-a-publier')) a (etat, sorte) on a.etat = q.etat
    where q.contrat_id = $1 and case
      when q.etat in ('posee', 'recevable') then d ? 'questions.traiter'
      when q.etat = 'attribuee' then d ? 'questions.repondre' and (q.organisation_id = $5::uuid
        or d ->> 'questions.repondre' = 'contrat' and not exists (select from habilitation h where h.contrat_id = $1
          and h.organisation_id = q.organisation_id and h.role in ('equipe', 'referent', 'contributeur')))
      else d ->> 'questions.repondre' = 'contrat'
        or d ? 'questions.repondre' and q.organisation_id = $5::uuid and not ${TRIEE_PAR_MOI} end
    group by a.sorte
  )`;
