import { PARAMETRES_CONSULTATION } from '@pleniere/participation/domain';
import { COMPTES_PUBLICS } from '../votes/comptes.sql';

/** Statuts of a consultation in which its propositions are read by everybody. */
export const VISIBLE = "c.etape <> 'brouillon'";

const IDEE = `(select json_build_object('id', i.id, 'titre', i.titre) from idee i
  where (i.contrat_id, i.id) = (p.contrat_id, p.idee_id))`;

/** A proposition `p` as everybody reads it. */
export const PROPOSITION_JSON = `json_build_object('id', p.id, 'numero', p.numero, 'texte', p.texte, 'prenom', p.prenom,
  'canal', p.canal, 'proposeeLe', p.proposee_le, 'etat', p.etat, 'idee', ${IDEE}, 'votes', ${COMPTES_PUBLICS})`;

/** What is shown to everybody: accepted or attached, and not hidden by reports. */
const MONTREE = "p.etat in ('acceptee', 'rattachee') and p.masquee_le is null";

/** Consultation in which somebody proposes, held so that numbers follow one another. */
export const TENIR = `
  select statut_consultation(c, clock_timestamp()) as statut from consultation c
  where (c.contrat_id, c.id) = ($1, $2) for no key update`;

/** What somebody has already proposed: today, in the last minute, and without an answer yet. */
export const RYTHME_PROPOSITIONS = `
  select count(*) filter (where proposee_le > now() - interval '1 day')::int as jour,
    count(*) filter (where proposee_le > now() - interval '1 minute')::int as minute,
    count(*) filter (where etat in ('en-attente', 'reportee') and email is null)::int as attente
  from proposition where (contrat_id, consultation_id, auteur_id) = ($1, $2, $3)`;

/** $3 the author or null, $4 text, $5 normalised, $6 first name, $7 canal, $8 e-mail, $9 accepted at once. */
export const PROPOSER = `
  insert into proposition (contrat_id, consultation_id, auteur_id, texte, normalise, prenom, canal, email, email_jusqua,
    etat, acceptee_le, decidee_le, numero)
  select c.contrat_id, c.id, $3::uuid, $4, $5, $6, case when $7::text = 'web' then coalesce(u.canal, 'web') else $7 end, $8::text,
    case when $8::text is not null then c.fin + interval '18 months' end, case when $9::boolean then 'acceptee' else 'en-attente' end,
    case when $9 then now() end, case when $9 then now() end,
    coalesce((select max(numero) from proposition where (contrat_id, consultation_id) = ($1, $2)), 0) + 1
  from consultation c
  left join participant u on (u.contrat_id, u.consultation_id, u.id) = (c.contrat_id, c.id, $3::uuid)
  where (c.contrat_id, c.id) = ($1, $2)
  on conflict (contrat_id, consultation_id, normalise) do nothing
  returning id`;

/** The proposition that already says it, letter for letter. */
export const MEME_TEXTE = `
  select ${PROPOSITION_JSON} as reponse from proposition p where (p.contrat_id, p.consultation_id, p.normalise) = ($1, $2, $3)`;

/** Those whose letters are close enough to look further; the operator uses the index. */
export const PROCHES = `
  select coalesce(json_agg(json_build_object('id', p.id, 'numero', p.numero, 'texte', p.texte, 'etat', p.etat,
    'normalise', p.normalise, 'votes', ${COMPTES_PUBLICS}) order by p.proche desc, p.numero), '[]') as reponse
  from (
    select p.*, similarity(p.normalise, $3) as proche from proposition p
    where p.normalise % $3 and (p.contrat_id, p.consultation_id) = ($1, $2) and ${MONTREE} and p.id is distinct from $4::uuid
    order by proche desc limit 20) p`;

/** A page of what is shown, from the latest to the first: $3 the number before which to look, $4 words. */
export const PAGE = `
  select json_build_object('propositions', coalesce(json_agg(${PROPOSITION_JSON} order by p.numero desc), '[]'),
    'suite', case when count(*) = 30 then min(p.numero) end) as reponse
  from (
    select p.* from proposition p join consultation c on (c.contrat_id, c.id) = (p.contrat_id, p.consultation_id)
    where (p.contrat_id, p.consultation_id) = ($1, $2) and ${VISIBLE} and ${MONTREE} and p.numero < $3
      and ($4 = '' or unaccent(p.texte) ilike '%' || unaccent(replace(replace($4, '%', ''), '_', '')) || '%')
    order by p.numero desc limit 30) p`;

/** One that is shown, with the vote of a participant ($4, or null). */
export const UNE = `
  select ${PROPOSITION_JSON} as reponse, p.etat = 'acceptee' and statut_consultation(c, clock_timestamp()) in ('ouverte', 'vote-seul') as ouverte,
    (select json_build_object('propositionId', v.proposition_id, 'valeur', v.valeur, 'qualifications', v.qualifs) from vote_courant v
      where (v.contrat_id, v.proposition_id, v.participant_id) = (p.contrat_id, p.id, $4::uuid)) as "monVote"
  from proposition p join consultation c on (c.contrat_id, c.id) = (p.contrat_id, p.consultation_id)
  where (p.contrat_id, p.consultation_id, p.id) = ($1, $2, $3) and ${VISIBLE} and ${MONTREE}`;

const SITUATION = `json_build_object('id', p.id, 'numero', p.numero, 'texte', p.texte,
    'texteOrigine', p.texte_origine, 'etat', p.etat, 'motif', p.motif, 'motifDetail', p.motif_detail,
    'proposeeLe', p.proposee_le, 'idee', ${IDEE}, 'votes', ${COMPTES_PUBLICS},
    'peutRetirer', p.etat in ('en-attente', 'reportee', 'acceptee', 'rattachee') and statut_consultation(c, now()) in ('ouverte', 'vote-seul', 'suspendue'),
    'peutFaireAppel', p.etat = 'refusee' and p.appel_le is null and c.etape = 'publiee', 'appelLe', p.appel_le)`;

/** Propositions of a participant, the latest first, with what became of them. */
export const MIENNES = `
  select coalesce(json_agg(${SITUATION} order by p.numero desc), '[]') as reponse
  from proposition p join consultation c on (c.contrat_id, c.id) = (p.contrat_id, p.consultation_id)
  where (p.contrat_id, p.consultation_id, p.auteur_id) = ($1, $2, $3)`;

/** One that its author follows by e-mail, for as long as the address is kept, with the secret that its link is signed by. */
export const SUIVIE = `
  select json_build_object('proposition', ${SITUATION}, 'jusquAu', (p.email_jusqua at time zone 'Europe/Paris')::date) as reponse, c.secret
  from proposition p join consultation c on (c.contrat_id, c.id) = (p.contrat_id, p.consultation_id)
  where (p.contrat_id, p.consultation_id, p.id) = ($1, $2, $3) and p.email_jusqua > now()`;

/** By its author, before the close: the votes are kept, it is no longer ranked. */
export const RETIRER = `
  update proposition p set etat = 'retiree', version = p.version + 1, email = null, email_jusqua = null, prenom = null
  from consultation c
  where (c.contrat_id, c.id) = (p.contrat_id, p.consultation_id) and (p.contrat_id, p.consultation_id, p.id, p.auteur_id) = ($1, $2, $3, $4)
    and p.etat in ('en-attente', 'reportee', 'acceptee', 'rattachee')
    and statut_consultation(c, clock_timestamp()) in ('ouverte', 'vote-seul', 'suspendue')
  returning p.id`;

/** By its author, once. */
export const FAIRE_APPEL = `
  update proposition p set appel = $5, appel_le = now(), version = p.version + 1
  from consultation c
  where (c.contrat_id, c.id) = (p.contrat_id, p.consultation_id) and (p.contrat_id, p.consultation_id, p.id, p.auteur_id) = ($1, $2, $3, $4)
    and p.etat = 'refusee' and p.appel_le is null and c.etape = 'publiee'
  returning p.id`;

/** Reports a proposition that is shown; the third of as many people hides it until somebody looks. */
export const SIGNALER = `
  insert into signalement (contrat_id, consultation_id, proposition_id, participant_id, motif, detail)
  select p.contrat_id, p.consultation_id, p.id, $4, $5, $6 from proposition p
  where (p.contrat_id, p.consultation_id, p.id) = ($1, $2, $3) and p.etat in ('acceptee', 'rattachee')
  on conflict (contrat_id, proposition_id, participant_id) do nothing`;

/** Hides what enough people reported. */
export const MASQUER = `
  update proposition p set masquee_le = now(), version = p.version + 1
  where (p.contrat_id, p.id) = ($1, $2) and p.masquee_le is null and (
    select count(*) from signalement s where (s.contrat_id, s.proposition_id) = (p.contrat_id, p.id) and s.clos_le is null
  ) >= ${PARAMETRES_CONSULTATION.signalements}
  returning p.consultation_id`;
