import { ACTEUR } from '../session/sessions';

/** Everybody who may act in a contrat now. */
export const CANDIDATS = `select ${ACTEUR} as acteur from habilitation h where h.contrat_id = $1`;

/** Tells an event to people ($11: an e-mail tells it already); gives those who had not been told, with their own choice of e-mail if they made one. */
export const ANNONCER = `
  with dites as (
    insert into notification (contrat_id, personne_id, evenement, sorte, titre, texte, lien, fiche_id, permission, roles, envoyee_le)
    select $1, p, $3, $4, $5, $6, $7, $8, $9, $10, case when $11 then now() end from unnest($2::uuid[]) p
    on conflict do nothing
    returning contrat_id, personne_id
  )
  select d.personne_id as "personneId", f.choix
  from dites d left join preference_notification f
    on (f.contrat_id, f.personne_id, f.sorte) = (d.contrat_id, d.personne_id, $4)`;

// What an acteur ($1 contrat, $2 personne, $3 role, $4 organisation) may still know of; $5 and $6 are the permissions
// that the role holds over the contrat, and where the organisation holds the pen.
const VISIBLE = `n.contrat_id = $1 and n.personne_id = $2 and $3 = any(n.roles)
  and (n.permission = any($5) or n.permission = any($6) and exists (
    select from perimetre_fiche p
    where (p.contrat_id, p.fiche_id) = (n.contrat_id, n.fiche_id) and p.organisation_id = $4))`;

const DITE = `'id', n.id, 'sorte', n.sorte, 'titre', n.titre, 'texte', n.texte, 'lien', n.lien,
  'fiche', (select json_build_object('id', f.id, 'code', left(f.code, 1) || chr(160) || substr(f.code, 2), 'titre', f.titre) from fiche f
    where (f.contrat_id, f.id) = (n.contrat_id, n.fiche_id)),
  'creeLe', n.cree_le, 'lueLe', n.lue_le`;

const NON_LUES = `(select count(*) from notification n where ${VISIBLE} and n.lue_le is null)`;

/** `MesNotifications`: the last two hundred. */
export const LISTER = `
  select json_build_object('nonLues', ${NON_LUES}, 'notifications', (
    select coalesce(json_agg(json_build_object(${DITE}) order by n.cree_le desc, n.id), '[]')
    from (select * from notification n where ${VISIBLE} order by n.cree_le desc, n.id limit 200) n)) as reponse`;

/** `NombreNotifications`. */
export const COMPTER = `select json_build_object('nonLues', ${NON_LUES}) as reponse`;

/** One notification is read; it stays read. */
export const LIRE_UNE = `
  update notification set lue_le = now() where contrat_id = $1 and personne_id = $2 and id = $3 and lue_le is null`;

/** All are read, up to the moment when the list was shown. */
export const LIRE_TOUTES = `
  update notification set lue_le = now() where contrat_id = $1 and personne_id = $2 and lue_le is null and cree_le <= $3`;

/** The choices that a person has made. */
export const PREFERENCES = `
  select coalesce(json_object_agg(sorte, choix), '{}') as reponse
  from preference_notification where contrat_id = $1 and personne_id = $2`;

/** Keeps the choices of a person. */
export const CHOISIR = `
  insert into preference_notification (contrat_id, personne_id, sorte, choix)
  select $1, $2, c.sorte, c.choix from jsonb_to_recordset($3::jsonb) as c(sorte text, choix text)
  on conflict (contrat_id, personne_id, sorte) do update set choix = excluded.choix`;

/** Who an e-mail goes to, if they may still act and have an address. */
export const DESTINATAIRE = `
  select ${ACTEUR} as acteur, c.email
  from habilitation h join compte c on (c.contrat_id, c.id) = (h.contrat_id, h.compte_id)
  where h.contrat_id = $1 and h.personne_id = $2`;

/** What is still to send of the kinds $7, not read, and not older than a week: an old choice does not come back at once. */
export const A_ENVOYER = `
  select json_build_object(${DITE}) as dite from notification n
  where ${VISIBLE} and n.sorte = any($7) and n.lue_le is null and n.envoyee_le is null
    and n.cree_le > $8::timestamptz - interval '7 days'
  order by n.cree_le, n.id limit 100 for update of n`;

/** They have gone by e-mail. */
export const ENVOYEES = `
  update notification set envoyee_le = now() where contrat_id = $1 and personne_id = $2 and id = any($3)`;

/** Everybody to whom something is still to send. */
export const EN_ATTENTE = `
  select distinct contrat_id as "contratId", personne_id as "personneId" from notification
  where lue_le is null and envoyee_le is null and cree_le > $1::timestamptz - interval '7 days'`;
