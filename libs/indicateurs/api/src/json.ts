const INDICATEUR = `
  'id', i.id, 'version', i.version, 'ficheId', i.fiche_id, 'ordre', i.ordre, 'libelle', i.libelle, 'type', i.type,
  'nature', i.nature, 'unite', i.unite, 'decimales', i.decimales, 'sens', i.sens, 'maille', i.maille,
  'agregation', i.agregation, 'periodicite', i.periodicite, 'anneesPonctuelles', i.annees_ponctuelles,
  'definition', i.definition, 'source', i.source, 'methode', i.methode, 'numerateur', i.numerateur,
  'denominateur', i.denominateur, 'ventilations', i.ventilations, 'ponderationId', i.ponderation_id,
  'borneMin', i.borne_min, 'borneMax', i.borne_max, 'cumulatif', i.cumulatif, 'ruptures', i.ruptures, 'responsableId', i.responsable_id,
  'reference', i.reference, 'cibles', i.cibles, 'modalites', i.modalites, 'resultatsLies', i.resultats_lies,
  'visibilite', i.visibilite, 'calcul', i.calcul`;

/** `Indicateur` as PostgreSQL writes it, from a row of `indicateur` named `i`, with the pairs of `suite` after its own. */
export const indicateurJson = (suite: string): string => `json_build_object(${INDICATEUR}, ${suite})`;

/** `Indicateur` as PostgreSQL writes it, from a row of `indicateur` named `i`. */
export const INDICATEUR_JSON = `json_build_object(${INDICATEUR})`;

const VALEUR = `
  'indicateurId', v.indicateur_id, 'annee', v.annee, 'territoire', v.territoire, 'ventilation', v.ventilation,
  'version', v.version,
  'valeur', coalesce(to_json(v.valeur_num), to_json(v.valeur_texte), to_json(v.modalites)), 'absence', v.absence,
  'qualite', v.qualite, 'commentaire', v.commentaire, 'source', v.source,
  'modifieLe', v.modifie_le, 'modifiePar', v.modifie_par,
  'statut', v.statut, 'enRetard', v.en_retard, 'retour', v.retour`;

/** `Valeur` as PostgreSQL writes it, from a row of `valeur` named `v`, with the pairs of `suite` after its own. */
export const valeurJson = (suite: string): string => `json_build_object(${VALEUR}, ${suite})`;

/** `Valeur` as PostgreSQL writes it, from a row of `valeur` named `v`. */
export const VALEUR_JSON = `json_build_object(${VALEUR})`;

/** Values of the indicator `i` in their order, as a JSON list. */
const VALEURS_JSON = `(
  select coalesce(json_agg(${VALEUR_JSON} order by v.annee, v.territoire, v.ventilation), '[]') from valeur v
  where v.contrat_id = i.contrat_id and v.indicateur_id = i.id)`;

/** Weights of a weighted mean: every known population of the quarters, or the values of the indicator that weighs. */
export const POIDS_JSON = `(
  select coalesce(json_agg(json_build_object('territoire', p.territoire, 'annee', p.annee, 'poids', p.poids)), '[]')
  from (
    select qpv_code as territoire, millesime as annee, population::numeric as poids from reference_population r
    where r.contrat_id = i.contrat_id and i.ponderation_id is null
    union all
    select v.territoire, v.annee, v.valeur_num from valeur v
    where v.contrat_id = i.contrat_id and v.indicateur_id = i.ponderation_id and v.ventilation = 'total'
      and v.valeur_num is not null
  ) p)`;

/** `IndicateurAvecValeurs` as PostgreSQL writes it, from a row of `indicateur` named `i`. */
export const INDICATEUR_AVEC_VALEURS_JSON = indicateurJson(
  `'valeurs', ${VALEURS_JSON}, 'poids', case when i.agregation = 'moyenne-ponderee' then ${POIDS_JSON} end`,
);
