const NON_LEVEE = (signal: string): string => `not exists (select from suspicion x
  where (x.contrat_id, x.consultation_id, x.participant_id, x.signal) = (u.contrat_id, u.consultation_id, u.id, '${signal}'))`;

/** Ten arrivals in some hour from one address and browser; a kiosk has none. */
const ARRIVEES = `
  select u.contrat_id, u.consultation_id, u.id, 'arrivees-groupees' as signal from (
    select p.*, max(p.passees) over (partition by p.signal_hash order by p.cree_le
      range between current row and interval '1 hour' following) as ensemble
    from (
      select p.*, count(*) over (partition by p.signal_hash order by p.cree_le
        range between interval '1 hour' preceding and current row) as passees
      from participant p where (p.contrat_id, p.consultation_id) = ($1, $2) and p.signal_hash is not null) p
  ) u where u.ensemble >= 10 and ${NON_LEVEE('arrivees-groupees')}`;

/** Twelve votes in a row, each less than 1.2 s after the one before. */
const RAPIDES = `
  select u.contrat_id, u.consultation_id, u.id, 'votes-trop-rapides' as signal from participant u
  where (u.contrat_id, u.consultation_id) = ($1, $2) and ${NON_LEVEE('votes-trop-rapides')} and exists (
    select from (
      select count(*) filter (where g.ecart < interval '1.2 s') over (order by g.id rows between 10 preceding and current row) as vifs
      from (select e.id, e.quand - lag(e.quand) over (order by e.id) as ecart from vote_event e
        where (e.contrat_id, e.consultation_id, e.participant_id) = (u.contrat_id, u.consultation_id, u.id)) g
    ) f where f.vifs >= 11)`;

/** The same votes in the same order in five participants: sequences are drawn, so people do not meet so. */
const ORDRE = `
  select u.contrat_id, u.consultation_id, u.id, 'meme-ordre' as signal from (
    select s.*, count(*) over (partition by s.suite) as pareils from (
      select e.contrat_id, e.consultation_id, e.participant_id as id,
        string_agg(e.proposition_id || ' ' || coalesce(e.valeur::text, '-'), ',' order by e.id) as suite
      from (select x.*, row_number() over (partition by x.participant_id order by x.id) as rang from vote_event x
        where (x.contrat_id, x.consultation_id) = ($1, $2)) e
      where e.rang <= 12 group by 1, 2, 3 having count(*) >= 6) s
  ) u where u.pareils >= 5 and ${NON_LEVEE('meme-ordre')}`;

/** Signals of a consultation, written once each; a signal that somebody lifted is not raised again. */
export const RELEVER = `
  insert into suspicion (contrat_id, consultation_id, participant_id, signal)
  select contrat_id, consultation_id, id, signal from (${ARRIVEES} union all ${RAPIDES} union all ${ORDRE}) s
  on conflict on constraint suspicion_une do nothing
  returning participant_id as id, signal`;

/** Takes the participants before their votes: whoever votes waits, and then counts where it must. */
export const MARQUER = `
  update participant u set confiance = $4
  where (u.contrat_id, u.consultation_id) = ($1, $2) and u.id = any($3::uuid[]) and u.confiance <> $4
  returning u.id`;

/** Signals raised, with how many votes each participant gave. */
export const SUSPICIONS = `
  select coalesce(json_agg(json_build_object('participantId', s.participant_id, 'signal', s.signal, 'releveeLe', s.relevee_le,
    'leveeLe', s.levee_le, 'motif', s.motif, 'suspect', u.confiance = 'suspect',
    'votes', (select count(*) from vote_courant v
      where (v.contrat_id, v.consultation_id, v.participant_id) = (s.contrat_id, s.consultation_id, s.participant_id) and v.valeur is not null)
  ) order by s.relevee_le desc, s.participant_id), '[]') as reponse
  from (select * from suspicion where (contrat_id, consultation_id) = ($1, $2) order by relevee_le desc limit 500) s
  join participant u on (u.contrat_id, u.consultation_id, u.id) = (s.contrat_id, s.consultation_id, s.participant_id)`;

/** Lifts every signal of a participant, or raises one by hand. */
export const LEVER = `
  update suspicion set levee_le = now(), motif = $4
  where (contrat_id, consultation_id, participant_id) = ($1, $2, $3) and levee_le is null`;

/** By hand. */
export const POSER = `
  insert into suspicion (contrat_id, consultation_id, participant_id, signal, motif) values ($1, $2, $3, 'manuel', $4)
  on conflict on constraint suspicion_une do update set levee_le = null, motif = excluded.motif`;

/** Consultations that are open, or were in the last day. */
export const EN_COURS = `
  select c.contrat_id as "contratId", c.id from consultation c
  where c.etape = 'publiee' and c.annulee_le is null and now() between c.ouverture and c.fin + interval '1 day'`;

/** Fingerprints of addresses live for seven days; locks and e-mails, until their time. */
export const OUBLIER = [
  "update participant set signal_hash = null where signal_hash is not null and cree_le < now() - interval '7 days'",
  'update proposition set email = null, email_jusqua = null where email_jusqua < now()',
  "delete from sequence_servie where expire_le < now() - interval '1 day'",
] as const;
