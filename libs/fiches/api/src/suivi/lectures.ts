/** JSON of an action `a` of a fiche `f`; its code is made from `rang` afterwards. */
export const JSON_ACTION = `json_build_object(
  'id', a.id, 'version', a.version, 'rang', a.rang, 'titre', a.titre, 'description', a.description, 'pilote', a.pilote,
  'echeance', a.echeance, 'statut', a.statut, 'niveauParticipation', a.niveau_participation, 'etapes', a.etapes,
  'refDauphin', a.ref_dauphin)`;

/** JSON of a déclinaison `d`, with the names of its ville `o` and of its référent `p`. */
export const JSON_DECLINAISON = `json_build_object(
  'id', d.id, 'version', d.version, 'organisation', json_build_object('id', o.id, 'nom', o.nom), 'qpvCode', d.qpv_code,
  'referent', case when p.id is not null then json_build_object('id', p.id, 'nom', p.nom) end,
  'statutExecution', d.statut_execution, 'meteo', d.meteo, 'meteoExplication', d.meteo_explication,
  'modaliteRetenue', d.modalite_retenue, 'recits', d.recits)`;

/** Where `d`, `o` and `p` of a déclinaison come from. */
export const TABLES_DECLINAISON = `declinaison d
  join organisation o on (o.contrat_id, o.id) = (d.contrat_id, d.organisation_id)
  left join personne p on (p.contrat_id, p.id) = (d.contrat_id, d.referent_id)`;
