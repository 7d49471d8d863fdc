// Names of a quartier, a fiche and a service, as answers show them.
const QUARTIER = `case when u.code is not null then
    json_build_object('code', u.code, 'nom', coalesce(u.libelle_editorial, u.libelle)) end`;
const FICHE = `case when f.id is not null then json_build_object('id', f.id, 'code', f.code, 'titre', f.titre) end`;
const SERVICE = `case when o.id is not null then json_build_object('id', o.id, 'nom', o.nom) end`;

const TABLES = `question_habitant q
  left join qpv u on (u.contrat_id, u.code) = (q.contrat_id, q.qpv_code)
  left join fiche f on (f.contrat_id, f.id) = (q.contrat_id, q.fiche_id)
  left join organisation o on (o.contrat_id, o.id) = (q.contrat_id, q.organisation_id)`;

const RATTACHEES = `from question_habitant r where (r.contrat_id, r.rattachee_a) = (q.contrat_id, q.id)`;

const RETOURS = `(select json_build_object('oui', count(*) filter (where utile), 'non', count(*) filter (where not utile))
  from retour_reponse t where (t.contrat_id, t.question_id) = (q.contrat_id, q.id))`;

const RESUME = `'id', q.id, 'version', q.version, 'numero', q.numero, 'texte', q.texte, 'canal', q.canal, 'etat', q.etat,
  'poseeLe', q.posee_le, 'quartier', ${QUARTIER}, 'fiche', ${FICHE}, 'service', ${SERVICE}, 'echeance', q.echeance,
  'repondueLe', q.repondue_le, 'rattachees', (select count(*) ${RATTACHEES}), 'retours', ${RETOURS}`;

// Everybody reads the link to a fiche once it is in force; those who work on it, before.
const reponse = (
  enVigueur: string,
): string => `json_build_object('version', p.version, 'texte', p.texte, 'fonction', p.fonction,
  'organisation', (select s.nom from organisation s where (s.contrat_id, s.id) = (p.contrat_id, p.organisation_id)),
  'fiche', (select json_build_object('id', x.id, 'code', x.code, 'titre', x.titre) from fiche x
    where (x.contrat_id, x.id) = (p.contrat_id, p.fiche_id) ${enVigueur}),
  'action', (select json_build_object('id', a.id, 'titre', a.titre) from action a
    join fiche x on (x.contrat_id, x.id) = (a.contrat_id, a.fiche_id) ${enVigueur}
    where (a.contrat_id, a.id) = (p.contrat_id, p.action_id)),
  'publieeLe', p.publiee_le)`;

const EN_VIGUEUR = 'and x.en_vigueur is not null';

// Published versions of the answer of a question, the last one first.
const publiees = (
  enVigueur = '',
): string => `(select coalesce(json_agg(${reponse(enVigueur)} order by p.version desc), '[]')
  from reponse p where (p.contrat_id, p.question_id) = (q.contrat_id, q.id) and p.publiee_le is not null)`;

// The publication is told by the version that came out.
const HISTORIQUE = `(select coalesce(json_agg(json_build_object('quand', j.quand,
    'auteur', auteur_affiche(j.contrat_id, j.personne_id, j.auteur), 'etat', j.apres ->> 'etat',
    'service', (select s.nom from organisation s where s.contrat_id = j.contrat_id and s.id::text = j.apres ->> 'organisationId'),
    'echeance', j.apres ->> 'echeance', 'reponse', (j.apres ->> 'reponse')::int) order by j.id), '[]')
  from journal j where j.contrat_id = q.contrat_id and j.objet = 'question' and j.objet_id = q.id::text
    and (j.apres ? 'etat' or j.apres ? 'reponse' or j.apres ? 'echeance')
    and j.apres ->> 'etat' is distinct from 'reponse-publiee')`;

/** One question in full: what was said of it, what is being answered, who did what ($1 contrat, $2 id). */
export const UNE_QUESTION = `
  select json_build_object(${RESUME}, 'motif', q.motif, 'explication', q.explication, 'orienteeVers', q.orientee_vers,
    'modereeLe', q.moderee_le, 'escaladeeLe', q.escaladee_le, 'previent', q.email is not null,
    'seance', (select json_build_object('id', d.id, 'date', d.date, 'espace', e.nom) from seance_dialogue d
      join espace_dialogue e on (e.contrat_id, e.id) = (d.contrat_id, d.espace_id)
      where (d.contrat_id, d.id) = (q.contrat_id, q.seance_id)),
    'rattacheeA', (select json_build_object('id', m.id, 'numero', m.numero, 'texte', m.texte) from question_habitant m
      where (m.contrat_id, m.id) = (q.contrat_id, q.rattachee_a)),
    'jumelles', (select coalesce(json_agg(json_build_object('id', r.id, 'version', r.version, 'numero', r.numero,
      'texte', r.texte, 'poseeLe', r.posee_le) order by r.numero), '[]') ${RATTACHEES}),
    'preparee', (select ${reponse('')} from reponse p
      where (p.contrat_id, p.question_id) = (q.contrat_id, q.id) and p.publiee_le is null),
    'reponses', ${publiees()}, 'historique', ${HISTORIQUE}) as reponse
  from ${TABLES} where q.contrat_id = $1 and q.id = $2`;

// $2 état, $3 quartier, $4 service, $5 fiche; null when one looks at all of them. What is to be moderated has a queue of its own.
const CHOISIES = `q.contrat_id = $1
  and case when $2::text is null then q.etat not in ('posee', 'rattachee')
    when $2 = 'ouverte' then q.etat in ('recevable', 'attribuee', 'reponse-preparee') else q.etat = $2 end
  and ($3::text is null or q.qpv_code = $3) and ($4::uuid is null or q.organisation_id = $4)
  and ($5::uuid is null or q.fiche_id = $5)`;

const OUVERTE = `q.etat in ('recevable', 'attribuee', 'reponse-preparee')`;

/** `ListeQuestions`: what waits for an answer by due date, late ones first; then what was answered, newest first. */
export const LISTE_QUESTIONS = `
  with choisies as (select q.* from question_habitant q where ${CHOISIES}),
  page as (select * from choisies q
    order by not ${OUVERTE}, case when ${OUVERTE} then q.echeance end nulls last, q.posee_le desc limit 300)
  select json_build_object('total', (select count(*) from choisies), 'questions', (
      select coalesce(json_agg(json_build_object(${RESUME}) order by not ${OUVERTE},
        case when ${OUVERTE} then q.echeance end nulls last, q.posee_le desc), '[]')
      from ${TABLES.replace('question_habitant q', 'page q')}),
    'aModerer', (select coalesce(json_agg(json_build_object(${RESUME}) order by q.posee_le), '[]')
      from ${TABLES} where q.contrat_id = $1 and q.etat = 'posee')) as reponse`;

/** Questions that say nearly the same ($2 id): the five nearest, those that were attached left aside. */
export const SIMILAIRES = `
  select coalesce(json_agg(json_build_object('id', p.id, 'numero', p.numero, 'texte', p.texte, 'etat', p.etat,
    'poseeLe', p.posee_le, 'proximite', round(p.proximite::numeric, 2)) order by p.proximite desc, p.numero), '[]') as reponse
  from (
    select q.*, similarity(q.texte_compare, m.texte_compare) as proximite
    from question_habitant q join question_habitant m on (m.contrat_id, m.id) = ($1, $2)
    where q.contrat_id = $1 and q.id <> m.id and q.etat not in ('refusee', 'rattachee')
      and q.rattachee_a is distinct from m.id and m.rattachee_a is distinct from q.id
      and similarity(q.texte_compare, m.texte_compare) >= $3
    order by proximite desc, q.numero limit 5) p`;

// What anybody may read: a question that was accepted. What is being written stays inside.
const VISIBLE = `q.etat in ('recevable', 'hors-competence', 'attribuee', 'reponse-preparee', 'reponse-publiee', 'sans-suite')`;

// A question as everybody reads it.
const PUBLIQUE = `json_build_object('numero', q.numero, 'texte', q.texte, 'canal', q.canal,
  'etat', case q.etat when 'reponse-preparee' then 'attribuee' else q.etat end, 'poseeLe', q.posee_le, 'quartier', ${QUARTIER},
  'fiche', case when f.en_vigueur is not null then json_build_object('id', f.id, 'code', f.code, 'titre', f.titre) end,
  'service', o.nom, 'echeance', q.echeance, 'repondueLe', q.repondue_le, 'orienteeVers', q.orientee_vers,
  'explication', case when q.etat in ('sans-suite', 'hors-competence') then q.explication else '' end,
  'fois', 1 + (select count(*) ${RATTACHEES}), 'reponses', ${publiees(EN_VIGUEUR)}, 'retours', ${RETOURS})`;

const publiques = (filtre: string): string => `
  select json_build_object('total', count(*), 'questions', (
    select coalesce(json_agg(${PUBLIQUE} order by q.posee_le desc, q.numero desc), '[]')
    from (select * from question_habitant q where q.contrat_id = $1 and ${VISIBLE} ${filtre}
      order by q.posee_le desc, q.numero desc limit 50 offset $2) q
    ${TABLES.replace('question_habitant q', '')})) as reponse
  from question_habitant q where q.contrat_id = $1 and ${VISIBLE} ${filtre}`;

/** Fifty public questions of a contrat from the $2th, newest first; or those of a quartier, or of a fiche ($3). */
export const PUBLIQUES = publiques('');
export const PUBLIQUES_DU_QUARTIER = publiques('and q.qpv_code = $3');
export const PUBLIQUES_DE_LA_FICHE = publiques('and q.fiche_id = $3');

// $3 quartier, $4 code of a fiche, $5 answered or not; null when one looks at all of them.
const CHOISIES_PUBLIQUES = `q.contrat_id = $1 and ${VISIBLE} and ($3::text is null or q.qpv_code = $3)
  and ($4::text is null or q.fiche_id = (select f.id from fiche f where f.contrat_id = $1 and f.code = $4))
  and ($5::boolean is null or (q.etat = 'reponse-publiee') = $5)`;

const REPONDUES_D_ABORD = `q.etat <> 'reponse-publiee', coalesce(q.repondue_le, q.posee_le) desc, q.numero desc`;

/** Public questions as a resident chooses them: $6 of them from the $2th, answered ones first, newest answers first. */
export const PUBLIQUES_CHOISIES = `
  select json_build_object('total', count(*), 'questions', (
    select coalesce(json_agg(${PUBLIQUE} order by ${REPONDUES_D_ABORD}), '[]')
    from (select * from question_habitant q where ${CHOISIES_PUBLIQUES} order by ${REPONDUES_D_ABORD} limit $6 offset $2) q
    ${TABLES.replace('question_habitant q', '')})) as reponse
  from question_habitant q where ${CHOISIES_PUBLIQUES}`;

/** Answered questions whose letters are close to a text ($2, without accents): the three nearest. */
export const REPONDUES_PROCHES = `
  select coalesce(json_agg(${PUBLIQUE} order by q.proximite desc, q.numero), '[]') as reponse
  from (
    select q.*, similarity(q.texte_compare, $2) as proximite from question_habitant q
    where q.contrat_id = $1 and q.etat = 'reponse-publiee' and similarity(q.texte_compare, $2) >= $3
    order by proximite desc, q.numero limit 3) q
  ${TABLES.replace('question_habitant q', '')}`;

/** One public question by its number; an attached one gives the question that it was attached to. */
export const UNE_PUBLIQUE = `
  select ${PUBLIQUE} as reponse from ${TABLES}
  where q.contrat_id = $1 and ${VISIBLE} and q.id = (
    select coalesce(d.rattachee_a, d.id) from question_habitant d where (d.contrat_id, d.numero) = ($1, $2))`;

/** What whoever asked sees of their own question, refused or not ($2 recepisse). */
export const SUIVI = `
  select json_build_object('numero', d.numero, 'texte', d.texte, 'etat', case d.etat when 'reponse-preparee' then 'attribuee' else d.etat end,
    'poseeLe', d.posee_le, 'motif', d.motif, 'explication', d.explication, 'previent', d.email is not null,
    'question', (select ${PUBLIQUE} from ${TABLES}
      where q.contrat_id = $1 and q.id = coalesce(d.rattachee_a, d.id) and ${VISIBLE})) as reponse
  from question_habitant d where d.contrat_id = $1 and d.recepisse = $2`;

/** How many questions were refused, by motif: moderation says what it does. */
export const REFUS_PAR_MOTIF = `
  select coalesce(json_object_agg(motif, n order by motif), '{}') as reponse
  from (select motif, count(*) as n from question_habitant where contrat_id = $1 and etat = 'refusee' group by motif) r`;

/** One row for each question that was receivable, duplicates counted with the one they were attached to. */
export const FAITS_DE_GARANTIE = `
  select coalesce(json_agg(json_build_object('id', q.id, 'etat', q.etat, 'poseeLe', q.posee_le, 'echeance', q.echeance,
    'repondueLe', q.repondue_le, 'modereeLe', q.moderee_le, 'retours', ${RETOURS}) order by q.numero), '[]') as reponse
  from question_habitant q where q.contrat_id = $1 and q.etat not in ('posee', 'refusee', 'rattachee')`;
