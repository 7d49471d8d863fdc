import { PROJETS_EN_COURS } from '../projets/projets.sql';

const FICHES = `(select coalesce(json_agg(json_build_object('id', f.id, 'code', f.code, 'titre', coalesce(f.contenu ->> 'titre', ''))
  order by f.lettre, f.enjeu_numero, f.rang), '[]')
  from consultation_fiche l join fiche f on (f.contrat_id, f.id) = (l.contrat_id, l.fiche_id)
  where (l.contrat_id, l.consultation_id) = (c.contrat_id, c.id))`;

const QUARTIERS = `(select coalesce(json_agg(json_build_object('code', q.code, 'libelle', coalesce(nullif(q.libelle_editorial, ''), q.libelle))
  order by q.code), '[]')
  from consultation_qpv l join qpv q on (q.contrat_id, q.code) = (l.contrat_id, l.qpv_code)
  where (l.contrat_id, l.consultation_id) = (c.contrat_id, c.id))`;

const DATES = `case when c.ouverture is not null then
  json_build_object('ouverture', c.ouverture, 'finPropositions', c.fin_propositions, 'fin', c.fin) end`;

const CHANGEES = `(select coalesce(json_agg(json_build_object('champ', h.champ, 'ancienne', h.ancienne, 'nouvelle', h.nouvelle,
  'motif', h.motif, 'fonction', h.fonction, 'changeeLe', h.changee_le) order by h.id), '[]')
  from consultation_date_historique h where (h.contrat_id, h.consultation_id) = (c.contrat_id, c.id))`;

// Whoever voted or saw a proposition accepted has taken part; who only came has not.
const COMPTEURS = `(select json_build_object(
    'participants', (select count(*) from participant u where (u.contrat_id, u.consultation_id) = (c.contrat_id, c.id)
      and (exists (select from vote_courant v where (v.contrat_id, v.consultation_id, v.participant_id) = (u.contrat_id, u.consultation_id, u.id) and v.valeur is not null)
        or exists (select from proposition p where (p.contrat_id, p.consultation_id, p.auteur_id) = (u.contrat_id, u.consultation_id, u.id) and p.acceptee_le is not null))),
    'propositions', (select count(*) from proposition p where (p.contrat_id, p.consultation_id) = (c.contrat_id, c.id)
      and p.etat in ('acceptee', 'rattachee')),
    'votes', (select coalesce(sum(k.pour + k.contre + k.neutre), 0) from proposition_compteur k
      join proposition p on (p.contrat_id, p.id) = (k.contrat_id, k.proposition_id)
      where (p.contrat_id, p.consultation_id) = (c.contrat_id, c.id))))`;

/** Propositions that wait for somebody: new, set aside, hidden by reports, or contested. */
export const A_MODERER = `(p.etat in ('en-attente', 'reportee') or p.masquee_le is not null
  or (p.appel_le is not null and p.appel_clos_le is null))`;

const attente = (quoi: string): string => `(select ${quoi} from proposition p
  where (p.contrat_id, p.consultation_id) = (c.contrat_id, c.id) and ${A_MODERER})`;

const STATUT = 'statut_consultation(c, clock_timestamp())';
const MOTIF = `case when c.annulee_le is not null then c.annulation_motif else c.suspension_motif end`;

const RESUME = `'id', c.id, 'version', c.version, 'question', c.question, 'statut', ${STATUT}, 'dates', ${DATES},
  'touteLaVille', c.toute_la_ville, 'quartiers', ${QUARTIERS}, 'compteurs', ${COMPTEURS},
  'aModerer', ${attente('count(*)')}, 'plusAncienneLe', ${attente('min(p.proposee_le)')}`;

/** Every consultation of a contrat: those that are open first, then the latest. */
export const LISTE_CONSULTATIONS = `
  select coalesce(json_agg(json_build_object(${RESUME}) order by ${STATUT} in ('ouverte', 'vote-seul') desc, c.ouverture desc nulls first, c.id), '[]') as reponse
  from consultation c where c.contrat_id = $1`;

const FAITS = `json_build_object('etape', c.etape, 'suspendue', c.suspendue_le is not null, 'annulee', c.annulee_le is not null,
  'moderateurs', (select count(*) from consultation_moderateur m where (m.contrat_id, m.consultation_id) = (c.contrat_id, c.id)),
  'amorces', (select count(*) from proposition p where (p.contrat_id, p.consultation_id, p.canal) = (c.contrat_id, c.id, 'amorce') and p.etat = 'acceptee'),
  'enAttente', ${attente('count(*)')},
  'actionsOuvertes', (select count(*) from idee i join action a on (a.contrat_id, a.id) = (i.contrat_id, i.action_id)
    where (i.contrat_id, i.consultation_id) = (c.contrat_id, c.id) and a.statut in ('a-venir', 'en-cours')),
  'projetsEnCours', ${PROJETS_EN_COURS})`;

/** One consultation as the team follows it, and the facts that its guards look at. */
export const UNE_CONSULTATION = `
  select json_build_object(${RESUME}, 'description', c.description, 'charte', c.charte, 'mentionRgpd', c.mention_rgpd,
    'exigence', c.exigence, 'niveau', c.niveau, 'sansAmorces', c.sans_amorces, 'objectifParticipants', c.objectif_participants,
    'objectifVotes', c.objectif_votes, 'fiches', ${FICHES},
    'moderateurs', (select coalesce(json_agg(json_build_object('personneId', p.id, 'nom', p.nom) order by p.nom), '[]')
      from consultation_moderateur m join personne p on (p.contrat_id, p.id) = (m.contrat_id, m.personne_id)
      where (m.contrat_id, m.consultation_id) = (c.contrat_id, c.id)),
    'datesChangees', ${CHANGEES}, 'rapport', c.rapport, 'methode', c.methode, 'suites', c.suites, 'motif', ${MOTIF},
    'amorces', (select count(*) from proposition p where (p.contrat_id, p.consultation_id, p.canal) = (c.contrat_id, c.id, 'amorce')),
    'suspects', (select count(*) from participant u where (u.contrat_id, u.consultation_id, u.confiance) = (c.contrat_id, c.id, 'suspect')),
    'lotsPapier', (select count(*) from lot_papier l where (l.contrat_id, l.consultation_id) = (c.contrat_id, c.id)),
    'resultat', (select json_build_object('geleLe', r.gele_le, 'sha256', r.sha256) from resultat r
      where (r.contrat_id, r.consultation_id) = (c.contrat_id, c.id)),
    'purgeeLe', c.purgee_le) as reponse, ${FAITS} as faits
  from consultation c where c.contrat_id = $1 and c.id = $2`;

const PUBLIQUE = `json_build_object('id', c.id, 'question', c.question, 'description', c.description, 'charte', c.charte,
  'mentionRgpd', c.mention_rgpd, 'statut', ${STATUT}, 'dates', ${DATES}, 'datesChangees', ${CHANGEES},
  'touteLaVille', c.toute_la_ville, 'quartiers', ${QUARTIERS}, 'fiches', ${FICHES}, 'exigence', c.exigence,
  'objectifParticipants', c.objectif_participants, 'objectifVotes', c.objectif_votes, 'compteurs', ${COMPTEURS},
  'refusees', (select coalesce(json_agg(json_build_object('motif', r.motif, 'nombre', r.n) order by r.n desc, r.motif), '[]')
    from (select p.motif, count(*) as n from proposition p
      where (p.contrat_id, p.consultation_id, p.etat) = (c.contrat_id, c.id, 'refusee') group by p.motif) r),
  'peutProposer', ${STATUT} = 'ouverte', 'peutVoter', ${STATUT} in ('ouverte', 'vote-seul'), 'motif', ${MOTIF},
  'restituee', c.etape in ('restituee', 'suites', 'archivee'))`;

/** Consultations that anybody may read. */
export const CONSULTATIONS_PUBLIQUES = `
  select coalesce(json_agg(${PUBLIQUE} order by ${STATUT} in ('ouverte', 'vote-seul') desc, c.ouverture desc, c.id), '[]') as reponse
  from consultation c where c.contrat_id = $1 and c.etape <> 'brouillon'`;

/** One consultation that anybody may read. */
export const UNE_CONSULTATION_PUBLIQUE = `
  select ${PUBLIQUE} as reponse from consultation c where (c.contrat_id, c.id) = ($1, $2) and c.etape <> 'brouillon'`;
