const AUJOURDHUI = `(now() at time zone 'Europe/Paris')::date`;

/** A mandat that holds on a day, as a condition on the alias `m`. */
const enCours = (jour: string): string => `m.du <= ${jour} and (m.au is null or m.au >= ${jour})`;

const DELEGATION = `json_build_object('id', d.id, 'version', d.version,
  'personne', json_build_object('id', a.id, 'nom', a.nom), 'delegue', json_build_object('id', b.id, 'nom', b.nom),
  'du', d.du, 'au', d.au)`;

const SOURCE = `delegation d
  join personne a on (a.contrat_id, a.id) = (d.contrat_id, d.personne_id)
  join personne b on (b.contrat_id, b.id) = (d.contrat_id, d.delegue_id)`;

const liste = (cote: string): string => `(
  select coalesce(json_agg(${DELEGATION} order by d.du, d.id), '[]') from ${SOURCE}
  where d.contrat_id = p.contrat_id and ${cote} = p.id and d.au >= ${AUJOURDHUI})`;

/** The delegations of a person that are not over, and the colleagues who could act in their place. */
export const DELEGATIONS = `
  select json_build_object('donnees', ${liste('d.personne_id')}, 'recues', ${liste('d.delegue_id')},
    'collegues', (
      select coalesce(json_agg(json_build_object('id', q.id, 'nom', q.nom, 'fonction', q.fonction)
        order by q.nom collate "fr-x-icu", q.id), '[]')
      from personne q
      where q.contrat_id = p.contrat_id and q.id <> p.id
        and exists (select from compte c where (c.contrat_id, c.personne_id) = (q.contrat_id, q.id))
        and exists (select from mandat m where (m.contrat_id, m.personne_id) = (q.contrat_id, q.id)
          and ${enCours(AUJOURDHUI)} and m.organisation_id in (
            select m.organisation_id from mandat m
            where (m.contrat_id, m.personne_id) = (p.contrat_id, p.id) and ${enCours(AUJOURDHUI)})))) as reponse
  from personne p where p.contrat_id = $1 and p.id = $2`;

/** One delegation given by a person. */
export const UNE_DELEGATION = `
  select ${DELEGATION} as reponse from ${SOURCE} where d.contrat_id = $1 and d.personne_id = $2 and d.id = $3`;

/** A new delegation. */
export const DELEGUER = `
  insert into delegation (contrat_id, personne_id, delegue_id, du, au) values ($1, $2, $3, $4, $5) returning id`;

/** Ends a delegation, from the version that was read. */
export const METTRE_FIN = `
  delete from delegation where contrat_id = $1 and personne_id = $2 and id = $3 and version = $4 returning 1`;
