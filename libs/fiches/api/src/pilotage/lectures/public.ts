/** Contrats of which at least one fiche is in force. */
export const CONTRATS_PUBLICS = `
  select coalesce(json_agg(json_build_object('id', c.id, 'titre', c.titre, 'titreCourt', c.titre_court, 'couleur', c.couleur,
    'logo', c.logo) order by c.titre collate "fr-x-icu"), '[]') as reponse
  from contrat c where exists (select from fiche_en_vigueur f where f.contrat_id = c.id)`;

const QUARTIERS = `
  select coalesce(json_agg(json_build_object('code', q.code, 'nom', coalesce(q.libelle_editorial, q.libelle))
    order by coalesce(q.libelle_editorial, q.libelle) collate "fr-x-icu"), '[]')
  from qpv q
  where q.contrat_id = f.contrat_id and q.valid_from <= (now() at time zone 'Europe/Paris')::date
    and (q.valid_to is null or q.valid_to > (now() at time zone 'Europe/Paris')::date)
    and case p.portee
      when 'tous-qpv' then true
      when 'metropole' then true
      when 'selection' then exists (
        select from reference_en_vigueur r
        where (r.contrat_id, r.fiche_id, r.champ) = (f.contrat_id, f.id, 'cadreOu') and (r.qpv_code = q.code or exists (
          select from qpv_commune qc
          where (qc.contrat_id, qc.qpv_code, qc.commune_code) = (q.contrat_id, q.code, r.commune_code))))
      else false end`;

const FICHE = `
  'code', f.code, 'titre', f.titre, 'resumePublic', coalesce(p.resume, ''),
  'quartiers', (${QUARTIERS}),
  'enjeu', json_build_object('type', e.type, 'numero', e.numero, 'intitule', e.intitule, 'couleur', e.couleur),
  'meteo', (select m.meteo from meteo_fiche m where m.contrat_id = f.contrat_id and m.fiche_id = f.id)`;

// The content is long: it is opened once a fiche, and not once a quartier.
const EN_VIGUEUR = `
  from fiche_en_vigueur f join enjeu e on (e.contrat_id, e.id) = (f.contrat_id, f.enjeu_id)
  cross join lateral (select f.contenu #>> '{cadreOu,portee}' as portee, f.contenu ->> 'resumePublic' as resume offset 0) p
  where f.contrat_id = $1`;

/** Fiches in force of a contrat ($1), as residents read their list. */
export const FICHES_PUBLIQUES = `
  select json_build_object(
    'contrat', exists (select from contrat where id = $1),
    'fiches', (
      select coalesce(json_agg(json_build_object(${FICHE}) order by f.lettre desc, f.enjeu_numero, f.rang), '[]') ${EN_VIGUEUR})
  ) as reponse`;

const NOMS = `
  select coalesce(json_object_agg(t.code, t.nom), '{}') from (
    select q.code, coalesce(q.libelle_editorial, q.libelle) as nom from qpv q where q.contrat_id = f.contrat_id
    union all select co.code, co.nom from commune co where co.contrat_id = f.contrat_id) t`;

const VALEURS = `
  select coalesce(json_agg(json_build_object('annee', v.annee, 'territoire', v.territoire, 'valeur',
    coalesce(to_jsonb(v.valeur_num), to_jsonb(v.valeur_texte), to_jsonb(v.modalites))) order by v.annee, v.territoire), '[]')
  from valeur v where v.contrat_id = i.contrat_id and v.indicateur_id = i.id and v.absence is null
    and v.ventilation = 'total'`;

const INDICATEURS = `
  select coalesce(json_agg(json_build_object('libelle', i.libelle, 'type', i.type, 'nature', i.nature, 'unite', i.unite,
    'decimales', i.decimales, 'maille', i.maille, 'agregation', i.agregation, 'modalites', i.modalites, 'cibles', i.cibles,
    'seuil', (select c.seuil_publication from contrat c where c.id = i.contrat_id),
    'valeurs', (${VALEURS})) order by i.ordre, i.id), '[]')
  from indicateur i where i.contrat_id = f.contrat_id and i.fiche_id = f.id and i.visibilite = 'public'`;

/**
 * One fiche in force of a contrat ($1), by letter ($2), enjeu ($3) and rank ($4), with the content of the public
 * fields ($5) and the public indicators alone: what is internal does not leave the database.
 */
export const FICHE_PUBLIQUE = `
  select json_build_object(${FICHE},
    'contenu', (select coalesce(json_object_agg(c.key, c.value), '{}') from jsonb_each(f.contenu) c where c.key = any($5)),
    'orientation', (
      select o.texte from reference_en_vigueur r join orientation o on (o.contrat_id, o.id) = (r.contrat_id, r.orientation_id)
      where r.contrat_id = f.contrat_id and r.fiche_id = f.id and r.champ = 'orientation'),
    'noms', (${NOMS}), 'indicateurs', (${INDICATEURS})) as reponse
  ${EN_VIGUEUR} and (f.lettre, f.enjeu_numero, f.rang) = ($2, $3, $4)`;
