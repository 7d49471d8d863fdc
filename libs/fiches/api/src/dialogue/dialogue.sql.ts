const PAR_NOM = `collate "fr-x-icu"`;

const MESSAGE = `json_build_object(
  'id', m.id, 'version', m.version, 'auteurId', m.personne_id, 'auteur', m.auteur, 'fonction', m.fonction, 'texte', m.texte,
  'mentions', (select coalesce(json_agg(json_build_object('id', p.id, 'nom', p.nom) order by p.nom ${PAR_NOM}), '[]')
    from fil_mention n join personne p on (p.contrat_id, p.id) = (n.contrat_id, n.personne_id)
    where n.contrat_id = m.contrat_id and n.message_id = m.id),
  'ecritLe', m.ecrit_le, 'modifieLe', m.modifie_le, 'supprimeLe', m.supprime_le)`;

/** Whether a thread `f` waits for a person: mentioned there, without having seen it nor answered since. */
export const mentionEnAttente = (personne: string): string => `exists (
  select from fil_message m
  join fil_mention n on (n.contrat_id, n.message_id) = (m.contrat_id, m.id) and n.personne_id = ${personne} and n.vue_le is null
  where m.contrat_id = f.contrat_id and m.fil_id = f.id and m.supprime_le is null and not exists (
    select from fil_message r where r.contrat_id = m.contrat_id and r.fil_id = m.fil_id and r.personne_id = ${personne}
      and r.ecrit_le > m.ecrit_le))`;

// $1 contrat, $2 circles that the caller reads, $3 their person.
const FIL = `json_build_object(
  'id', f.id, 'version', f.version, 'champ', f.champ, 'elementId', f.element_id,
  'valeur', case when f.indicateur_id is not null then json_build_object('indicateurId', f.indicateur_id, 'annee', f.annee,
    'territoire', f.territoire, 'ventilation', f.ventilation) end,
  'extrait', f.extrait, 'visibilite', f.visibilite, 'statut', f.statut, 'resoluPar', f.resolu_par, 'resoluLe', f.resolu_le,
  'meMentionne', f.statut = 'ouvert' and ${mentionEnAttente('$3::uuid')},
  'messages', (select json_agg(${MESSAGE} order by m.ecrit_le, m.id) from fil_message m
    where m.contrat_id = f.contrat_id and m.fil_id = f.id))`;

const PRECISION = `json_build_object(
  'id', d.id, 'version', d.version, 'champ', d.champ, 'question', d.question, 'destinataire', json_build_object(
    'personneId', d.destinataire_personne_id, 'organisationId', d.destinataire_organisation_id, 'nom', coalesce(
      (select p.nom from personne p where (p.contrat_id, p.id) = (d.contrat_id, d.destinataire_personne_id)),
      (select o.nom from organisation o where (o.contrat_id, o.id) = (d.contrat_id, d.destinataire_organisation_id)))),
  'echeance', d.echeance, 'statut', d.statut, 'auteurId', d.personne_id, 'auteur', d.auteur, 'fonction', d.fonction,
  'demandeeLe', d.demandee_le, 'reponse', d.reponse, 'reponduePar', d.repondue_par, 'repondueLe', d.repondue_le,
  'closePar', d.close_par, 'closeLe', d.close_le)`;

const INTERLOCUTEURS = `
  (select coalesce(json_agg(json_build_object('id', h.personne_id, 'nom', h.nom, 'fonction', h.fonction, 'role', h.role,
    'organisation', json_build_object('id', o.id, 'nom', o.nom)) order by h.nom ${PAR_NOM}, h.personne_id), '[]')
  from habilitation h join organisation o on (o.contrat_id, o.id) = (h.contrat_id, h.organisation_id)
  where h.contrat_id = $1 and h.role <> 'lecteur')`;

/** Everything said about a fiche ($4) that the caller may read. */
export const DIALOGUE = `
  select json_build_object(
    'fils', (select coalesce(json_agg(${FIL} order by f.ouvert_le, f.id), '[]') from fil f
      where f.contrat_id = $1 and f.fiche_id = $4 and f.visibilite = any($2)),
    'demandes', (select coalesce(json_agg(${PRECISION} order by d.demandee_le, d.id), '[]') from demande_precision d
      where d.contrat_id = $1 and d.fiche_id = $4),
    'interlocuteurs', ${INTERLOCUTEURS}) as reponse`;

/** People at work on the contrat ($1). */
export const LIRE_INTERLOCUTEURS = `select ${INTERLOCUTEURS} as reponse`;

/** One thread ($4), as the caller reads it. */
export const LIRE_FIL = `
  select ${FIL} as reponse from fil f where f.contrat_id = $1 and f.visibilite = any($2) and f.id = $4`;

/** What writing in a thread ($3) needs to know of it, locked; $2 circles that the caller reads. */
export const VERROUILLER_FIL = `
  select f.id, f.version, f.statut, f.fiche_id as "ficheId", f.visibilite from fil f
  where f.contrat_id = $1 and f.visibilite = any($2) and f.id = $3 for update`;

/** A message ($3) with its thread, locked; $2 circles that the caller reads. */
export const VERROUILLER_MESSAGE = `
  select m.id, m.version, m.personne_id as "auteurId", m.ecrit_le as "ecritLe", m.supprime_le as "supprimeLe", f.id as "filId",
    f.fiche_id as "ficheId", f.visibilite
  from fil_message m join fil f on (f.contrat_id, f.id) = (m.contrat_id, m.fil_id)
  where m.contrat_id = $1 and f.visibilite = any($2) and m.id = $3 for update of m`;

/** Opens a thread. */
export const OUVRIR_FIL = `
  insert into fil (contrat_id, fiche_id, champ, element_id, indicateur_id, annee, territoire, ventilation, extrait, visibilite)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id`;

/** Adds a message to a thread. */
export const ECRIRE_MESSAGE = `
  insert into fil_message (contrat_id, fil_id, personne_id, auteur, fonction, texte) values ($1, $2, $3, $4, $5, $6)
  returning id`;

/** The people ($3) that a message mentions from now on; who has seen it stays so. */
export const MENTIONNER = `
  with retirees as (
    delete from fil_mention where contrat_id = $1 and message_id = $2 and personne_id <> all($3::uuid[])
  )
  insert into fil_mention (contrat_id, message_id, personne_id) select $1, $2, unnest($3::uuid[]) on conflict do nothing`;

/** A value of an indicator of the fiche, in words; nothing when the fiche or the contrat has no such one. */
export const NOMMER_VALEUR = `
  select i.libelle, case when $5 = 'contrat' then 'contrat' else coalesce(q.libelle, c.nom) end as territoire
  from indicateur i
  left join qpv q on q.contrat_id = i.contrat_id and q.code = $5
  left join commune c on c.contrat_id = i.contrat_id and c.code = $5
  where i.contrat_id = $1 and i.fiche_id = $2 and i.id = $3 and ($5 = 'contrat' or q.code is not null or c.code is not null)
    and $4::int between 2000 and 2100
  limit 1`;

/** One demande ($2). */
export const LIRE_PRECISION = `
  select ${PRECISION} as reponse, d.fiche_id as "ficheId" from demande_precision d where d.contrat_id = $1 and d.id = $2`;

/** The same, locked. */
export const VERROUILLER_PRECISION = `${LIRE_PRECISION} for update of d`;

/** Asks for a précision. */
export const DEMANDER_PRECISION = `
  insert into demande_precision (contrat_id, fiche_id, champ, question, destinataire_personne_id, destinataire_organisation_id,
    echeance, personne_id, auteur, fonction)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id`;

/** Answers it, or corrects the answer. */
export const REPONDRE_PRECISION = `
  update demande_precision set version = version + 1, statut = 'repondue', reponse = $4, repondue_par = $5, repondue_le = now()
  where contrat_id = $1 and id = $2 and version = $3 and statut <> 'close'`;

/** Closes it. */
export const CLORE_PRECISION = `
  update demande_precision set version = version + 1, statut = 'close', close_par = $4, close_le = now()
  where contrat_id = $1 and id = $2 and version = $3 and statut <> 'close'`;
