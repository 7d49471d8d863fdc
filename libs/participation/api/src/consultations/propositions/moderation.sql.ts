import { A_MODERER } from '../cycle/lectures';

const FICHE = (
  moi: string,
): string => `json_build_object('id', p.id, 'version', p.version, 'numero', p.numero, 'texte', p.texte,
  'texteOrigine', p.texte_origine, 'etat', p.etat, 'motif', p.motif, 'prenom', p.prenom, 'canal', p.canal,
  'proposeeLe', p.proposee_le, 'masqueeLe', p.masquee_le, 'appel', p.appel,
  'appelLe', case when p.appel_clos_le is null then p.appel_le end,
  'signalements', (select coalesce(json_agg(json_build_object('motif', s.motif, 'detail', s.detail) order by s.fait_le), '[]')
    from signalement s where (s.contrat_id, s.proposition_id) = (p.contrat_id, p.id) and s.clos_le is null),
  'verrou', (select json_build_object('nom', m.nom, 'jusqua', p.verrou_jusqua, 'mien', m.id = ${moi})
    from personne m where (m.contrat_id, m.id) = (p.contrat_id, p.verrou_id) and p.verrou_jusqua > now()))`;

/** What waits for a moderator, the oldest first: $3 who looks. */
export const FILE = `
  select coalesce(json_agg(${FICHE('$3')} order by p.proposee_le, p.numero), '[]') as reponse
  from (select p.* from proposition p where (p.contrat_id, p.consultation_id) = ($1, $2) and ${A_MODERER}
    order by p.proposee_le, p.numero limit 200) p`;

/** Every proposition of a consultation for the team, refused ones too: $3 who looks, $4 an état or null. */
export const TOUTES = `
  select coalesce(json_agg(${FICHE('$3')} order by p.numero), '[]') as reponse
  from proposition p where (p.contrat_id, p.consultation_id) = ($1, $2) and ($4::text is null or p.etat = $4)`;

/** One proposition as a moderator reads it, and what its acts look at: $3 who looks. */
export const A_EXAMINER = `
  select ${FICHE('$3')} as reponse, p.consultation_id as "consultationId", p.email, p.idee_id as "ideeId", c.etape,
    c.question, c.secret, k.adresse, exists (select from consultation_moderateur m
      where (m.contrat_id, m.consultation_id, m.personne_id) = (p.contrat_id, p.consultation_id, $3)) as moderateur
  from proposition p join consultation c on (c.contrat_id, c.id) = (p.contrat_id, p.consultation_id)
  join contrat k on k.id = p.contrat_id
  where p.contrat_id = $1 and p.id = $2`;

/** What else its author has proposed, the latest first: nothing of who they are. */
export const DU_MEME_AUTEUR = `
  select coalesce(json_agg(json_build_object('id', p.id, 'numero', p.numero, 'texte', p.texte, 'etat', p.etat, 'motif', p.motif)
    order by p.numero desc), '[]') as reponse
  from (select p.* from proposition p join proposition o on (o.contrat_id, o.consultation_id, o.auteur_id) = (p.contrat_id, p.consultation_id, p.auteur_id)
    where p.contrat_id = $1 and o.id = $2 and p.id <> o.id order by p.numero desc limit 20) p`;

/** Holds it for ten minutes, or ten more; nothing when somebody else holds it. */
export const VERROUILLER = `
  update proposition p set verrou_id = $3, verrou_jusqua = now() + make_interval(mins => $4)
  where p.contrat_id = $1 and p.id = $2 and (p.verrou_id is null or p.verrou_id = $3 or p.verrou_jusqua <= now())
  returning p.id`;

/** Lets it go, if one held it. */
export const LIBERER = `
  update proposition set verrou_id = null, verrou_jusqua = null where contrat_id = $1 and id = $2 and verrou_id = $3`;

/** Writes a decision from the version that was read: $4 état, $5 motif, $6 detail, $7 corrected text or null, $8 normalised. */
export const DECIDER = `
  update proposition p set version = p.version + 1, etat = $4, motif = $5, motif_detail = $6,
    texte_origine = case when $7::text is not null and $7 <> p.texte then coalesce(p.texte_origine, p.texte) else p.texte_origine end,
    texte = coalesce($7, p.texte), normalise = coalesce($8, p.normalise), decidee_le = now(),
    acceptee_le = case when $4 in ('acceptee', 'rattachee') then coalesce(p.acceptee_le, now()) else p.acceptee_le end,
    masquee_le = null, appel_clos_le = case when p.appel_le is not null then coalesce(p.appel_clos_le, now()) end,
    verrou_id = null, verrou_jusqua = null
  where p.contrat_id = $1 and p.id = $2 and p.version = $3
  returning p.id`;

/** Reports that a moderator has answered. */
export const CLORE_SIGNALEMENTS = `
  update signalement set clos_le = now() where contrat_id = $1 and proposition_id = $2 and clos_le is null`;

/** Attaches to an idea, or detaches ($4 null): no vote moves. */
export const RATTACHER = `
  update proposition p set version = p.version + 1, idee_id = $4,
    etat = case when $5 then 'rattachee' else 'acceptee' end
  where p.contrat_id = $1 and p.id = $2 and p.version = $3 and p.etat in ('acceptee', 'rattachee')
  returning p.id`;
