import { PROPOSITION_JSON } from '../propositions/propositions.sql';

/** A fiche `f` as a consultation names it, null when there is none. */
export const FICHE_JSON = `case when f.id is not null then json_build_object('id', f.id, 'code', f.code, 'titre', coalesce(f.contenu ->> 'titre', '')) end`;
/** An action `n`, null when there is none. */
export const ACTION_JSON = `case when n.id is not null then json_build_object('id', n.id, 'titre', n.titre) end`;

const IDEE = `json_build_object('id', i.id, 'version', i.version, 'titre', i.titre, 'resume', i.resume,
  'enjeu', case when e.id is not null then json_build_object('id', e.id, 'intitule', e.intitule) end,
  'verdict', i.verdict, 'motif', i.motif, 'fonction', i.fonction, 'decideeLe', i.decidee_le, 'fiche', ${FICHE_JSON},
  'action', ${ACTION_JSON}, 'agendaRang', i.agenda_rang,
  'propositions', (select coalesce(json_agg(${PROPOSITION_JSON} order by p.numero), '[]') from proposition p
    where (p.contrat_id, p.idee_id) = (i.contrat_id, i.id) and p.etat in ('acceptee', 'rattachee')))`;

const TABLES = `idee i left join enjeu e on (e.contrat_id, e.id) = (i.contrat_id, i.enjeu_id)
  left join fiche f on (f.contrat_id, f.id) = (i.contrat_id, i.fiche_id)
  left join action n on (n.contrat_id, n.id) = (i.contrat_id, i.action_id)`;

/** Ideas of a consultation: those of the agenda first, in their order. */
export const IDEES = `
  select coalesce(json_agg(${IDEE} order by i.agenda_rang nulls last, i.titre collate "fr-x-icu"), '[]') as reponse
  from ${TABLES} where (i.contrat_id, i.consultation_id) = ($1, $2)`;

/** One idea. */
export const UNE_IDEE = `select ${IDEE} as reponse, i.consultation_id as "consultationId" from ${TABLES} where (i.contrat_id, i.id) = ($1, $2)`;

const SAISIE = `titre = $3, resume = $4, enjeu_id = $5, verdict = $6, motif = $7, fiche_id = $8, action_id = $9, agenda_rang = $10,
  fonction = case when $6::text is null then '' else $11 end,
  decidee_le = case when $6::text is null then null when i.verdict is distinct from $6 or i.motif <> $7 then now() else i.decidee_le end`;

/** Writes an idea: $12 the version that was read. */
export const ECRIRE_IDEE = `update idee i set version = i.version + 1, ${SAISIE} where i.contrat_id = $1 and i.id = $2 and i.version = $12 returning i.id`;

/** Adds an idea to a consultation ($2). */
export const CREER_IDEE = `
  insert into idee (contrat_id, consultation_id, titre, resume, enjeu_id, verdict, motif, fiche_id, action_id, agenda_rang, fonction, decidee_le)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, case when $6::text is null then '' else $11 end, case when $6::text is not null then now() end)
  returning id`;
