const DOCUMENT = `json_build_object('id', d.id, 'arreteId', d.arrete_id, 'sorte', d.sorte, 'options', d.options,
  'statut', d.statut, 'etape', d.etape, 'avancement', d.avancement, 'demandeLe', d.demande_le,
  'demandePar', d.demande_par, 'termineLe', d.termine_le, 'motif', d.motif, 'fichier', case when d.statut = 'pret' then
    json_build_object('nom', d.nom_fichier, 'type', d.type_mime, 'taille', d.taille, 'sha256', d.sha256) end)`;

/** Documents of an arrêté, the latest first; no row when the contrat has no such arrêté. */
export const LISTE_DOCUMENTS = `
  select (
    select coalesce(json_agg(${DOCUMENT} order by d.demande_le desc, d.id), '[]') from document_produit d
    where (d.contrat_id, d.arrete_id) = (a.contrat_id, a.id)
  ) as reponse
  from arrete a where a.contrat_id = $1 and a.id = $2`;

/** One document, its file left aside. */
export const UN_DOCUMENT = `
  select ${DOCUMENT} as reponse from document_produit d where d.contrat_id = $1 and d.id = $2`;

/** What the file of a document that is ready is. */
export const FICHIER = `
  select nom_fichier as nom, type_mime as type, taille, sha256 from document_produit
  where contrat_id = $1 and id = $2 and statut = 'pret'`;

/** A piece of it, of which PostgreSQL reads no more. */
export const MORCEAU = `
  select encode(substring(octets from $3 for $4), 'base64') as octets from document_produit
  where contrat_id = $1 and id = $2 and statut = 'pret'`;

/** What a request must agree with: the fiches of the arrêté, and the arrêté that it is compared with. */
export const POUR_DEMANDER = `
  select a.numero, array(select p ->> 'id' from jsonb_array_elements(a.perimetre) p) as fiches,
    (select e.numero from arrete e where e.contrat_id = a.contrat_id and e.id = $3) as depuis
  from arrete a where a.contrat_id = $1 and a.id = $2`;

export const DEMANDER = `
  insert into document_produit (contrat_id, arrete_id, sorte, options, demande_par_id, demande_par)
  values ($1, $2, $3, $4, $5, $6) returning id`;

export const ANNULER = `
  update document_produit set statut = 'annule', etape = '', termine_le = now()
  where contrat_id = $1 and id = $2 and statut in ('attente', 'en-cours') returning arrete_id as "arreteId"`;

/** Takes a document that waits; whoever finds none has been preceded, or it was cancelled. */
export const PRENDRE = `
  update document_produit set statut = 'en-cours', essais = essais + 1, vu_le = now(), etape = '', avancement = 0
  where contrat_id = $1 and id = $2 and statut = 'attente' and essais < 3
  returning essais, arrete_id as "arreteId", sorte, options`;

/** What the document is made of: the arrêté, the earlier one, and the threshold of the contrat. */
export const COMMANDE = `
  select a.numero, a.sha256, a.contenu, c.seuil_publication as seuil,
    (select json_build_object('numero', e.numero, 'sha256', e.sha256, 'contenu', e.contenu)
      from arrete e where e.contrat_id = a.contrat_id and e.id = $3) as depuis
  from arrete a join contrat c on c.id = a.contrat_id where a.contrat_id = $1 and a.id = $2`;

/** A sign of life of the try $3, with what it does; no row once it is no longer wanted. */
export const AVANCER = `
  update document_produit set vu_le = now(), etape = $4, avancement = $5
  where contrat_id = $1 and id = $2 and statut = 'en-cours' and essais = $3 returning id`;

export const TERMINER = `
  update document_produit set statut = 'pret', etape = '', avancement = 100, termine_le = now(), nom_fichier = $4,
    type_mime = $5, octets = $6, sha256 = $7
  where contrat_id = $1 and id = $2 and statut = 'en-cours' and essais = $3 returning id`;

export const ECHOUER = `
  update document_produit set statut = 'echec', etape = '', termine_le = now(), motif = $4
  where contrat_id = $1 and id = $2 and statut = 'en-cours' and essais = $3 returning id`;

/** Puts a try back among those that wait; one that was only stopped does not count. */
export const REMETTRE = `
  update document_produit set statut = 'attente', etape = '', avancement = 0, vu_le = now(),
    essais = essais - case when $4 then 1 else 0 end
  where contrat_id = $1 and id = $2 and statut = 'en-cours' and essais = $3 returning id`;

/** Those whose process has gone silent, or whose job was lost: they wait again. */
export const ABANDONNES = `
  update document_produit set vu_le = now(), etape = '', avancement = 0,
    statut = case when essais >= 3 then 'echec' else 'attente' end,
    termine_le = case when essais >= 3 then now() end,
    motif = case when essais >= 3 then 'La fabrication s’est arrêtée trois fois de suite. Demandez-le de nouveau.' end
  where (statut = 'en-cours' and vu_le < now() - interval '20 seconds')
    or (statut = 'attente' and vu_le < now() - interval '3 minutes')
  returning contrat_id as "contratId", id, arrete_id as "arreteId", statut`;

/** Who asked a document, if they may still enter, and what it was. */
export const DEMANDEUR = `
  select d.demande_par_id as "personneId", p.nom, c.email, d.sorte, a.numero, a.titre
  from document_produit d
  join arrete a on (a.contrat_id, a.id) = (d.contrat_id, d.arrete_id)
  join personne p on (p.contrat_id, p.id) = (d.contrat_id, d.demande_par_id)
  join compte c on (c.contrat_id, c.personne_id) = (p.contrat_id, p.id)
  where d.contrat_id = $1 and d.id = $2`;
