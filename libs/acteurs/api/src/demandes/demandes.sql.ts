const DEMANDE = `json_build_object('id', d.id, 'version', d.version, 'nom', d.nom, 'email', d.email, 'siret', d.siret,
  'organisation', d.organisation, 'message', d.message, 'creeLe', d.cree_le, 'statut', d.statut, 'motif', d.motif,
  'traiteePar', d.traitee_par, 'traiteeLe', d.traitee_le,
  'personneId', (select p.id from personne p where p.contrat_id = d.contrat_id and lower(p.email) = lower(d.email)),
  'organisationId', (select o.id from organisation o where o.contrat_id = d.contrat_id and o.siret = d.siret
    order by o.id limit 1))`;

/** The requests of a contrat: those that wait first, then the newest. */
export const LISTE_DEMANDES = `
  select coalesce(json_agg(${DEMANDE} order by d.statut = 'en-attente' desc, d.cree_le desc), '[]') as reponse
  from (select * from demande_acces where contrat_id = $1 order by statut = 'en-attente' desc, cree_le desc limit 200) d`;

/** One request, with the identity that it brings. */
export const UNE_DEMANDE = `
  select ${DEMANDE} as reponse, d.oidc_emetteur as emetteur, d.oidc_sub as sub
  from demande_acces d where d.contrat_id = $1 and d.id = $2`;

/** Answers a request that waits, from the version that was read. */
export const TRAITER = `
  update demande_acces set statut = $4, motif = $5, traitee_par = $6, traitee_le = now(), version = version + 1
  where contrat_id = $1 and id = $2 and version = $3 and statut = 'en-attente'
  returning 1`;

/** Whether a person has a mandat today. */
export const MANDAT_EN_COURS = `
  select 1 from mandat where contrat_id = $1 and personne_id = $2 and du <= (now() at time zone 'Europe/Paris')::date
    and (au is null or au >= (now() at time zone 'Europe/Paris')::date)`;
