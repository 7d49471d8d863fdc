/** Everything but secrets about the account of a person, for the team. */
export const COMPTE_PERSONNE = `
  select json_build_object(
    'email', c.email, 'motDePasse', c.mot_de_passe is not null, 'fournisseurLie', c.oidc_sub is not null,
    'secondFacteur', json_build_object('actifLe', s.active_le, 'codesRestants', (select count(*) from code_secours k
      where (k.contrat_id, k.compte_id) = (c.contrat_id, c.id) and k.utilise_le is null)),
    'invitationExpire', case when c.activation is not null then c.activation_expire end,
    'sessions', (select count(*) from session o where (o.contrat_id, o.compte_id) = (c.contrat_id, c.id)
      and o.expire > now() and o.creee_le > now() - interval '30 days'),
    'derniereConnexion', (select max(x.quand) from connexion x
      where (x.contrat_id, x.personne_id) = (c.contrat_id, c.personne_id) and x.resultat = 'reussie')) as reponse
  from compte c
  left join second_facteur s on (s.contrat_id, s.compte_id) = (c.contrat_id, c.id) and s.active_le is not null
  where c.contrat_id = $1 and c.personne_id = $2`;
