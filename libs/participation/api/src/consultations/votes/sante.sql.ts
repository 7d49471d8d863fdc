import { TRANCHES_DE_VOTES } from '@pleniere/participation/domain';

const borne = ({ de, a }: (typeof TRANCHES_DE_VOTES)[number]): string =>
  a === null ? `n >= ${de}` : `n between ${de} and ${a}`;

const TRANCHES = TRANCHES_DE_VOTES.map(
  (tranche) =>
    `json_build_object('de', ${tranche.de}, 'a', ${tranche.a ?? 'null'}::int, 'propositions', count(*) filter (where ${borne(tranche)}))`,
).join(', ');

const comptes = (confiance: string): string => `(
  select json_build_object('participants', count(distinct v.participant_id), 'votes', count(*)) from vote_courant v
  where (v.contrat_id, v.consultation_id, v.confiance) = ($1, $2, '${confiance}') and v.valeur is not null)`;

/** How the votes of a consultation are spread: no proposition is named, so none can be ranked. */
export const SANTE = `
  with votables as materialized (
    select p.id, coalesce((select sum(k.pour + k.contre + k.neutre) from proposition_compteur k
      where (k.contrat_id, k.proposition_id, k.confiance) = (p.contrat_id, p.id, 'normal')), 0)::int as n
    from proposition p where (p.contrat_id, p.consultation_id) = ($1, $2) and p.etat = 'acceptee' and p.masquee_le is null
  )
  select (select json_build_object('repartition', json_build_array(${TRANCHES}), 'minimum', coalesce(min(n), 0),
      'mediane', coalesce(round(percentile_cont(0.5) within group (order by n)), 0), 'maximum', coalesce(max(n), 0)) from votables)::jsonb
    || json_build_object(
    'jours', (select coalesce(json_agg(json_build_object('jour', j.jour, 'votes', j.votes) order by j.jour), '[]') from (
      select (e.quand at time zone 'Europe/Paris')::date as jour, count(*) as votes from vote_event e
      where (e.contrat_id, e.consultation_id) = ($1, $2) and e.valeur is not null and e.quand > now() - interval '30 days'
      group by 1) j),
    'origines', (select coalesce(json_agg(json_build_object('origine', o.origine, 'votes', o.votes) order by o.votes desc), '[]') from (
      select v.origine, count(*) as votes from vote_courant v
      where (v.contrat_id, v.consultation_id) = ($1, $2) and v.valeur is not null group by 1) o),
    'sequences', (select json_build_object('servies', count(*), 'terminees', count(*) filter (where not exists (
        select from unnest(s.proposition_ids) i(id) where not exists (select from vote_courant v
          where (v.contrat_id, v.proposition_id, v.participant_id) = (s.contrat_id, i.id, s.participant_id)))))
      from sequence_servie s where (s.contrat_id, s.consultation_id) = ($1, $2)),
    'retenus', ${comptes('normal')}, 'suspects', ${comptes('suspect')},
    'moderation', (select json_build_object('decidees', count(*),
        'sous48h', count(*) filter (where p.decidee_le <= p.proposee_le + interval '48 hours'))
      from proposition p where (p.contrat_id, p.consultation_id) = ($1, $2) and p.canal <> 'amorce' and p.decidee_le is not null)
  )::jsonb as reponse`;
