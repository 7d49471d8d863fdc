import { CONDITIONS_OPINIONS } from '@pleniere/participation/domain';

/**
 * Votes from which opinions are told, one a line: person, proposition, value. Persons have a rank and no key; those who
 * voted too little weigh nothing and stay in the database.
 */
export const VOTES_ANONYMES = `
  select coalesce(string_agg(concat_ws(' ', x.personne, x.numero, x.valeur), e'\\n'), '') as votes, r.contenu::jsonb ->> 'votesSha256' as empreinte
  from resultat r left join (
    select v.consultation_id, p.numero, v.valeur, dense_rank() over (order by v.participant_id) as personne, count(*) over (partition by v.participant_id) as n
    from vote_courant v join proposition p on (p.contrat_id, p.id) = (v.contrat_id, v.proposition_id)
    where (v.contrat_id, v.consultation_id) = ($1, $2) and v.valeur is not null and v.confiance = 'normal' and p.etat in ('acceptee', 'rattachee')
  ) x on x.consultation_id = r.consultation_id and x.n >= ${CONDITIONS_OPINIONS.votes}
  where (r.contrat_id, r.consultation_id) = ($1, $2) group by r.contrat_id, r.consultation_id, r.contenu`;

/** Once for each frozen result. */
export const ECRIRE_OPINIONS = `
  insert into resultat_opinions (contrat_id, consultation_id, votes_sha256, contenu) values ($1, $2, $3, $4) on conflict do nothing`;
