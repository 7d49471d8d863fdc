import { CONDITIONS_OPINIONS } from '@pleniere/participation/domain';

/**
 * Votes from which opinions are told, three whole numbers each: person, proposition, value. Persons have a rank and no
 * key; those who voted too little weigh nothing and stay in the database.
 */
export const VOTES_ANONYMES = `
  with votes as materialized (
    select v.participant_id, p.numero, v.valeur from vote_courant v
    join proposition p on (p.contrat_id, p.id) = (v.contrat_id, v.proposition_id)
    where (v.contrat_id, v.consultation_id) = ($1, $2) and v.valeur is not null and v.confiance = 'normal' and p.etat in ('acceptee', 'rattachee')
  ), personnes as (
    select participant_id, row_number() over (order by participant_id) as rang from votes
    group by participant_id having count(*) >= ${CONDITIONS_OPINIONS.votes}
  )
  select r.contenu::jsonb ->> 'votesSha256' as empreinte, (
    select coalesce(string_agg(concat_ws(',', x.rang, v.numero, v.valeur), ','), '') from votes v join personnes x using (participant_id)
  ) as votes
  from resultat r where (r.contrat_id, r.consultation_id) = ($1, $2)`;

/** Once for each frozen result. */
export const ECRIRE_OPINIONS = `
  insert into resultat_opinions (contrat_id, consultation_id, votes_sha256, contenu) values ($1, $2, $3, $4) on conflict do nothing`;
