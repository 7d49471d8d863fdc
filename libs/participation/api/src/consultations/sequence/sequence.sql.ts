import { COMPTES } from '../votes/comptes.sql';

/** What may be served, with the votes given in sequence, suspects left out: one array each, for there may be thousands. */
export const CANDIDATES = `
  select coalesce(json_agg(json_build_array(p.id, p.auteur_id, p.acceptee_le, ${COMPTES.map(({ colonne }) => `k.${colonne}`).join(', ')})), '[]') as reponse
  from proposition p
  join proposition_compteur k on (k.contrat_id, k.proposition_id, k.confiance, k.origine) = (p.contrat_id, p.id, 'normal', 'sequence')
  where (p.contrat_id, p.consultation_id, p.etat) = ($1, $2, 'acceptee') and p.masquee_le is null`;

/** State of a consultation and of a participant: $3 who asks. */
export const PARTICIPANT = `
  select statut_consultation(c, clock_timestamp()) as statut, coalesce(c.objectif_votes, 0) as "objectifVotes",
    (select coalesce(json_agg(v.proposition_id), '[]') from vote_courant v
      where (v.contrat_id, v.consultation_id, v.participant_id) = ($1, $2, $3) and v.valeur is not null) as votees,
    not exists (select from participant_profil f where (f.contrat_id, f.consultation_id, f.participant_id) = ($1, $2, $3)) as "profilPossible",
    (select json_build_object('id', s.id, 'ids', s.proposition_ids, 'expireLe', s.expire_le) from sequence_servie s
      where (s.contrat_id, s.consultation_id, s.participant_id) = ($1, $2, $3) and s.expire_le > now() + interval '1 hour'
      order by s.servie_le desc limit 1) as derniere
  from consultation c where (c.contrat_id, c.id) = ($1, $2)`;

/** Keeps what is served: it is the proof of the votes to come. */
export const SERVIR = `
  insert into sequence_servie (contrat_id, consultation_id, participant_id, proposition_ids, algorithme, graine, expire_le)
  values ($1, $2, $3, $4, $5, $6, now() + interval '24 hours') returning id, expire_le as "expireLe"`;

/** Cards in the order of the ids. */
export const CARTES = `
  select coalesce(json_agg(json_build_object('id', p.id, 'numero', p.numero, 'texte', p.texte, 'prenom', p.prenom) order by i.rang), '[]') as reponse
  from unnest($3::uuid[]) with ordinality as i(id, rang)
  join proposition p on (p.contrat_id, p.consultation_id, p.id) = ($1, $2, i.id) and p.etat = 'acceptee' and p.masquee_le is null`;
