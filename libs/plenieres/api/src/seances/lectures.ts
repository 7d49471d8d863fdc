import { DECISION_JSON, TABLES_DECISION } from '../decisions/lectures';

const COMMUN = `'id', s.id, 'version', s.version,
  'instance', json_build_object('id', i.id, 'sorte', i.sorte, 'nom', i.nom),
  'date', s.date, 'heure', s.heure, 'lieu', s.lieu, 'statut', s.statut`;

const TABLES = 'seance s join instance i on (i.contrat_id, i.id) = (s.contrat_id, s.instance_id)';

const decisions = (condition = 'true') => `(
  select count(*) from decision d where (d.contrat_id, d.seance_id) = (s.contrat_id, s.id) and ${condition})`;

/** Every séance of a contrat, the latest first. */
export const LISTE_SEANCES = `
  select coalesce(json_agg(json_build_object(${COMMUN},
    'points', (select count(*) from point_ordre_du_jour p where (p.contrat_id, p.seance_id) = (s.contrat_id, s.id)),
    'decisions', ${decisions()},
    'decisionsOuvertes', ${decisions("d.statut in ('a-faire', 'en-cours')")}
  ) order by s.date desc, s.heure desc, s.id), '[]') as reponse
  from ${TABLES} where s.contrat_id = $1`;

/** One séance with its agenda, presences, minutes and decisions. */
export const UNE_SEANCE = `
  select json_build_object(${COMMUN}, 'presences', s.presences, 'compteRendu', s.compte_rendu,
    'ordreDuJour', (
      select coalesce(json_agg(json_build_object('id', p.id, 'ficheId', p.fiche_id, 'titre', p.titre,
        'fiche', case when f.id is not null then json_build_object('id', f.id, 'code', f.code, 'titre', f.titre) end
      ) order by p.rang), '[]')
      from point_ordre_du_jour p left join fiche f on (f.contrat_id, f.id) = (p.contrat_id, p.fiche_id)
      where (p.contrat_id, p.seance_id) = (s.contrat_id, s.id)),
    'decisions', (
      select coalesce(json_agg(x.decision order by x.rang), '[]')
      from (select ${DECISION_JSON} as decision, d.rang from ${TABLES_DECISION}
        where d.contrat_id = $1 and d.seance_id = $2) x)) as reponse
  from ${TABLES} where s.contrat_id = $1 and s.id = $2`;
