import { compte } from '../espaces/lectures';

/** A link `l` with all that it joins: its source, its target and the fiche of that, what was decided. */
export const TABLES_LIEN = `lien_contribution l
  left join question_habitant q on (q.contrat_id, q.id) = (l.contrat_id, l.question_id)
  left join seance_dialogue s on (s.contrat_id, s.id) = (l.contrat_id, l.seance_id)
  left join espace_dialogue e on (e.contrat_id, e.id) = (s.contrat_id, s.espace_id)
  left join idee i on (i.contrat_id, i.id) = (l.contrat_id, l.idee_id)
  left join proposition p on (p.contrat_id, p.id) = (l.contrat_id, l.proposition_id)
  left join consultation c on (c.contrat_id, c.id) = (l.contrat_id, coalesce(i.consultation_id, p.consultation_id))
  left join qpv u on (u.contrat_id, u.code) = (l.contrat_id, coalesce(q.qpv_code, s.qpv_code))
  left join action a on (a.contrat_id, a.id) = (l.contrat_id, l.action_id)
  left join indicateur n on (n.contrat_id, n.id) = (l.contrat_id, l.indicateur_id)
  left join fiche f on (f.contrat_id, f.id) = (l.contrat_id, coalesce(l.fiche_id, a.fiche_id, n.fiche_id))
  left join decision_suite d on (d.contrat_id, d.lien_id) = (l.contrat_id, l.id)
  left join revision r on (r.contrat_id, r.fiche_id, r.numero) = (d.contrat_id, d.fiche_id, d.revision)
  left join action m on (m.contrat_id, m.id) = (d.contrat_id, d.action_id)`;

/** Kind of the source of a link. */
export const SORTE_SOURCE = `case when q.id is not null then 'question' when s.id is not null then 'seance'
  when i.id is not null then 'idee' else 'proposition' end`;

/** What proves a link: the residents at a séance, the état of what was said. */
export const PREUVE = `json_build_object('sorte', ${SORTE_SOURCE}, 'habitants', coalesce(${compte("'habitant'")}, 0),
  'etat', case when i.id is null then coalesce(q.etat, p.etat) when exists (
    select from proposition x where (x.contrat_id, x.idee_id) = (i.contrat_id, i.id) and x.etat in ('acceptee', 'rattachee'))
    then 'acceptee' else 'en-attente' end)`;

const PARIS = "at time zone 'Europe/Paris')::date";

/** Day on which it was said. */
export const DATE_SOURCE = `coalesce(s.date, (q.posee_le ${PARIS}, (p.proposee_le ${PARIS},
  (coalesce(i.decidee_le, l.lie_le) ${PARIS})`;

/** How a source is called. */
export const LIBELLE_SOURCE = `case when q.id is not null then 'Question n°\u00A0' || q.numero when s.id is not null then e.nom
  when i.id is not null then i.titre else 'Proposition n°\u00A0' || p.numero end`;

/** What was said. */
export const TEXTE_SOURCE = `coalesce(q.texte, p.texte, nullif(i.resume, ''), i.titre, nullif(s.ordre_du_jour, ''), '')`;

/** A fiche `f` as it is named, null when there is none. */
export const FICHE = `case when f.id is not null then json_build_object('id', f.id, 'code', f.code, 'titre', f.titre) end`;
/** The quartier `u` of what was said, null when it has none. */
export const QUARTIER = `case when u.code is not null then
  json_build_object('code', u.code, 'nom', coalesce(u.libelle_editorial, u.libelle)) end`;

const DECISION = `case when d.lien_id is not null then json_build_object('suite', d.verdict, 'motif', d.motif, 'revision', d.revision,
  'action', case when m.id is not null then json_build_object('id', m.id, 'titre', m.titre) end,
  'fonction', d.fonction, 'decideeLe', d.decidee_le, 'defaite', r.abandonnee_le is not null and d.action_id is null,
  'enVigueurLe', (r.en_vigueur_le ${PARIS}) end`;

const LIEN = `json_build_object('id', l.id, 'version', l.version,
  'source', json_build_object('sorte', ${SORTE_SOURCE}, 'id', coalesce(q.id, s.id, i.id, p.id), 'libelle', ${LIBELLE_SOURCE},
    'texte', ${TEXTE_SOURCE}, 'date', ${DATE_SOURCE}, 'quartier', ${QUARTIER}, 'consultationId', c.id),
  'cible', json_build_object('sorte', case when l.fiche_id is not null then 'fiche' when a.id is not null then 'action' else 'indicateur' end,
    'id', coalesce(l.fiche_id, l.action_id, l.indicateur_id), 'libelle', coalesce(a.titre, n.libelle, f.titre), 'fiche', ${FICHE}),
  'etape', l.etape, 'preuve', l.preuve, 'liePar', l.lie_par, 'lieLe', l.lie_le, 'brut', ${PREUVE}, 'decision', ${DECISION})`;

// A lecteur reads the fiches in force; $3 tells whether the caller sees the others.
const VISIBLE = `l.contrat_id = $1 and ($3 or f.id is null or f.en_vigueur is not null and f.statut <> 'archive')`;

const lister = (filtre: string): string => `
  select coalesce(json_agg(${LIEN} order by ${DATE_SOURCE} desc, l.lie_le desc, l.id), '[]') as reponse
  from ${TABLES_LIEN} where ${VISIBLE} and ${filtre}`;

/** Links by what they are read from: one statement each ($2 its id or its code). */
export const LIENS_PAR = {
  question: lister('l.question_id = $2'),
  seance: lister('l.seance_id = $2'),
  idee: lister('l.idee_id = $2'),
  proposition: lister('l.proposition_id = $2'),
  fiche: lister('f.id = $2'),
  indicateur: lister('l.indicateur_id = $2'),
  quartier: lister('u.code = $2'),
} as const;

/** One link, for whoever has just written it ($2). */
export const UN_LIEN = `select ${LIEN} as reponse from ${TABLES_LIEN} where ${VISIBLE} and l.id = $2`;

/** Makes a link; the four sources, then the three targets, one of each. */
export const LIER = `
  insert into lien_contribution (contrat_id, question_id, seance_id, idee_id, proposition_id, fiche_id, action_id, indicateur_id,
    etape, preuve, lie_par)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id`;

/** Writes what became of a contribution ($2 link); whoever decides last is read. */
export const DECIDER = `
  insert into decision_suite as d (contrat_id, lien_id, verdict, motif, fiche_id, revision, action_id, fonction)
  values ($1, $2, $3, $4, $5, $6, $7, $8)
  on conflict (contrat_id, lien_id) do update set version = d.version + 1, verdict = $3, motif = $4, fiche_id = $5, revision = $6,
    action_id = $7, fonction = $8, decidee_le = now()`;

/** Fiche of a target, by its kind ($2 its id). */
export const FICHE_DE_LA_CIBLE = {
  fiche: 'select id as "ficheId" from fiche where (contrat_id, id) = ($1, $2)',
  action: 'select fiche_id as "ficheId" from action where (contrat_id, id) = ($1, $2)',
  indicateur: 'select fiche_id as "ficheId" from indicateur where (contrat_id, id) = ($1, $2)',
} as const;

/** What a text is compared with: the title of each fiche, its expected results and its plan; and its actions. */
export const TEXTES_DES_FICHES = `
  select coalesce(json_agg(json_build_object('id', f.id, 'code', f.code, 'titre', f.titre,
    'texte', concat_ws(' ', f.titre, texte_de(f.contenu -> 'resultatsAttendus'), texte_de(f.contenu -> 'planAction'), texte_de(f.contenu -> 'contexte')),
    'actions', (select coalesce(json_agg(json_build_object('id', a.id, 'titre', a.titre) order by a.rang), '[]')
      from action a where (a.contrat_id, a.fiche_id) = (f.contrat_id, f.id) and a.statut <> 'abandonnee'))
    order by f.code), '[]') as reponse
  from fiche f where f.contrat_id = $1 and f.statut <> 'archive' and ($2 or f.en_vigueur is not null)`;
