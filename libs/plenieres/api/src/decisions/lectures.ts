const FICHE = `case when f.id is not null then
    json_build_object('id', f.id, 'code', f.code, 'titre', f.titre) end`;

/** A decision as an answer shows it, with the tables it needs (alias `d`). */
export const DECISION_JSON = `json_build_object(
  'id', d.id, 'version', d.version, 'seanceId', d.seance_id, 'rang', d.rang, 'texte', d.texte,
  'seance', json_build_object('date', s.date, 'instance', i.nom), 'fiche', ${FICHE},
  'responsable', case when o.id is not null then json_build_object('id', o.id, 'nom', o.nom) end,
  'echeance', d.echeance, 'statut', d.statut, 'suivi', d.suivi)`;

/** Tables of a decision. */
export const TABLES_DECISION = `decision d
  join seance s on (s.contrat_id, s.id) = (d.contrat_id, d.seance_id)
  join instance i on (i.contrat_id, i.id) = (s.contrat_id, s.instance_id)
  left join fiche f on (f.contrat_id, f.id) = (d.contrat_id, d.fiche_id)
  left join organisation o on (o.contrat_id, o.id) = (d.contrat_id, d.responsable_id)`;

/** Every decision of a contrat: open ones first by due date, then the others from the latest séance. */
export const LISTE_DECISIONS = `
  select coalesce(json_agg(${DECISION_JSON} order by d.statut in ('faite', 'abandonnee'), d.echeance nulls last,
    s.date desc, d.rang), '[]') as reponse
  from ${TABLES_DECISION} where d.contrat_id = $1`;

/** One decision. */
export const UNE_DECISION = `
  select ${DECISION_JSON} as reponse from ${TABLES_DECISION} where d.contrat_id = $1 and d.id = $2`;
