import { PARAMETRES_CONSULTATION } from '@pleniere/participation/domain';
import { COLONNES, COMPTES_JSON, DEPLACER, SOMMER } from './comptes.sql';

const { votesParMinute, rafaleVotes } = PARAMETRES_CONSULTATION;

const recent = (rang: number, duree: string): string => `coalesce((
    select e.quand from vote_event e
    where (e.contrat_id, e.consultation_id, e.participant_id) = ($1, $2, p.id) order by e.id desc offset ${rang - 1} limit 1
  ) > clock_timestamp() - interval '${duree}', false)`;

/**
 * One statement, so one transaction and one journey: the vote that stands, its event, and the counts. Whoever clicks
 * twice waits for the row of the vote, and finds nothing to change; the row keeps what it was, for the counts to move from.
 * The participant is held, so that nobody is set apart in between. The clock is the server's, at the vote.
 */
export const VOTER = `
  with c as materialized (
    select statut_consultation(c, clock_timestamp()) as statut, c.exigence from consultation c
    where (c.contrat_id, c.id) = ($1, $2)
  ), p as materialized (
    select p.id, p.confiance, p.code_verifie from participant p
    where (p.contrat_id, p.consultation_id, p.cle_hash) = ($1, $2, $3) for share
  ), q as materialized (
    select q.id from proposition q
    where (q.contrat_id, q.consultation_id, q.id) = ($1, $2, $4) and q.etat = 'acceptee' and q.masquee_le is null
  ), s as materialized (
    select s.id from sequence_servie s, p
    where (s.contrat_id, s.id) = ($1, $7) and s.participant_id = p.id and $4 = any(s.proposition_ids) and s.expire_le > now()
  ), r as materialized (
    select ${recent(votesParMinute, '1 minute')} or ${recent(rafaleVotes, '1 second')} as trop from p
  ), a as (
    insert into vote_courant as v (contrat_id, consultation_id, proposition_id, participant_id, valeur, qualifs, origine, confiance)
    select $1, $2, q.id, p.id, $5::smallint, $6::text[], case when exists (select from s) then 'sequence' else 'lien' end, p.confiance
    from c, p, q, r
    where c.statut in ('ouverte', 'vote-seul') and not r.trop and (c.exigence = 'anonyme' or p.code_verifie)
      and ($8 or exists (select from s))
      and ($5::smallint is not null or exists (select from vote_courant x
        where (x.contrat_id, x.proposition_id, x.participant_id) = ($1, $4, p.id)))
    on conflict (contrat_id, proposition_id, participant_id) do update set
      avant_valeur = v.valeur, avant_qualifs = v.qualifs, valeur = excluded.valeur, qualifs = excluded.qualifs
      where (v.valeur, v.qualifs) is distinct from (excluded.valeur, excluded.qualifs)
    returning *
  ), e as (
    insert into vote_event (contrat_id, consultation_id, proposition_id, participant_id, valeur, qualifs, origine)
    select contrat_id, consultation_id, proposition_id, participant_id, valeur, qualifs, origine from a
  ), n as (
    update proposition_compteur k set ${DEPLACER} from a
    where (k.contrat_id, k.proposition_id, k.confiance, k.origine) = (a.contrat_id, a.proposition_id, a.confiance, a.origine)
    returning k.*
  )
  select c.statut, c.exigence = 'anonyme' or coalesce((select p.code_verifie from p), true) as verifie,
    exists (select from p) as connu, exists (select from q) as ouverte,
    $8 or exists (select from s) as prouvee, coalesce((select r.trop from r), false) as trop,
    (select ${COMPTES_JSON} from (
      select * from n union all
      select k.* from proposition_compteur k where (k.contrat_id, k.proposition_id) = ($1, $4)
        and not exists (select from n where (n.confiance, n.origine) = (k.confiance, k.origine))
    ) k) as votes
  from c`;

/** Sets participants apart or brings them back, with every vote they gave: $2 consultation, $3 ids, $4 the new confiance. */
export const DEPLACER_PARTICIPANTS = `
  with d as (
    update vote_courant v set confiance = $4
    where (v.contrat_id, v.consultation_id) = ($1, $2) and v.participant_id = any($3::uuid[]) and v.confiance <> $4
    returning v.*
  ), t as (
    select v.proposition_id, v.origine, ${SOMMER} from d v group by 1, 2
  )
  update proposition_compteur k set ${COLONNES.map(
    (un) => `${un} = k.${un} + case when k.confiance = $4 then t.${un} else -t.${un} end`,
  ).join(', ')}
  from t where k.contrat_id = $1 and (k.proposition_id, k.origine) = (t.proposition_id, t.origine)`;

/**
 * Counts made again from the events alone: the last of each participant on each proposition. They are read as they lie, then
 * put in order by participant: an index that has them so costs more than the sort, hence the `offset 0`.
 */
const REJEU = `
  select v.proposition_id, v.confiance, v.origine, ${SOMMER} from (
    select distinct on (e.participant_id, e.proposition_id) e.* from (
      select e.participant_id, e.proposition_id, e.id, e.valeur, e.qualifs, e.origine, p.confiance from vote_event e
      join participant p on (p.contrat_id, p.consultation_id, p.id) = (e.contrat_id, e.consultation_id, e.participant_id)
      where e.contrat_id = $1 and e.consultation_id = $2 offset 0
    ) e
    order by e.participant_id, e.proposition_id, e.id desc
  ) v group by 1, 2, 3`;

const TENUS = `
  select k.proposition_id, k.confiance, k.origine, ${COLONNES.map((un) => `k.${un}`).join(', ')} from proposition_compteur k
  join proposition p on (p.contrat_id, p.id) = (k.contrat_id, k.proposition_id)
  where p.contrat_id = $1 and p.consultation_id = $2 and ${COLONNES.map((un) => `k.${un}`).join(' + ')} > 0`;

/** How many rows of counts differ from their events; 0 is the only right answer. */
export const ECARTS = `
  with r as materialized (select * from (${REJEU}) r where ${COLONNES.map((un) => `r.${un}`).join(' + ')} > 0),
    k as materialized (${TENUS})
  select (select count(*)::int from ((table r except table k) union all (table k except table r)) x) as ecarts`;

/** Writes the counts again from the events. */
export const RECOMPTER = `
  with r as (${REJEU})
  update proposition_compteur k set ${COLONNES.map((un) => `${un} = coalesce(r.${un}, 0)`).join(', ')}
  from proposition_compteur z
  join proposition p on (p.contrat_id, p.id) = (z.contrat_id, z.proposition_id)
  left join r on (r.proposition_id, r.confiance, r.origine) = (z.proposition_id, z.confiance, z.origine)
  where p.contrat_id = $1 and p.consultation_id = $2
    and (k.contrat_id, k.proposition_id, k.confiance, k.origine) = (z.contrat_id, z.proposition_id, z.confiance, z.origine)`;
