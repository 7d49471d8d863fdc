/** A mandat as an answer shows it (aliases `m`, and `o` for its organisation). */
const MANDAT = `json_build_object('id', m.id, 'version', m.version, 'personneId', m.personne_id,
  'organisation', json_build_object('id', o.id, 'nom', o.nom), 'role', m.role, 'du', m.du, 'au', m.au)`;

const PERSONNE = `json_build_object('id', p.id, 'version', p.version, 'nom', p.nom, 'fonction', p.fonction,
  'email', p.email,
  'compte', case when c.id is null then 'aucun' when c.mot_de_passe is null and c.oidc_sub is null then 'invite'
    else 'actif' end,
  'invitationExpire', case when c.activation is not null then c.activation_expire end,
  'mandats', coalesce((
    select json_agg(${MANDAT} order by m.du, m.id)
    from mandat m join organisation o on (o.contrat_id, o.id) = (m.contrat_id, m.organisation_id)
    where (m.contrat_id, m.personne_id) = (p.contrat_id, p.id)), '[]'))`;

const SOURCE = 'personne p left join compte c on (c.contrat_id, c.personne_id) = (p.contrat_id, p.id)';

/** Every person of a contrat with their mandats and the state of their account, by name. */
export const LISTE_PERSONNES = `
  select coalesce(json_agg(${PERSONNE} order by p.nom collate "fr-x-icu", p.id), '[]') as reponse
  from ${SOURCE} where p.contrat_id = $1`;

/** One person. */
export const UNE_PERSONNE = `select ${PERSONNE} as reponse from ${SOURCE} where p.contrat_id = $1 and p.id = $2`;

/** One mandat. */
export const UN_MANDAT = `
  select ${MANDAT} as reponse
  from mandat m join organisation o on (o.contrat_id, o.id) = (m.contrat_id, m.organisation_id)
  where m.contrat_id = $1 and m.id = $2`;
