import { INDICATEUR_AVEC_VALEURS_JSON } from '@pleniere/indicateurs/api';
import { JSON_ACTION, JSON_DECLINAISON, TABLES_DECLINAISON } from '../suivi/lectures';

const INDICATEURS = `
  (select coalesce(jsonb_agg(${INDICATEUR_AVEC_VALEURS_JSON} order by i.ordre, i.id), '[]')
  from indicateur i where i.contrat_id = f.contrat_id and i.fiche_id = f.id)`;

const ACTIONS = `
  (select coalesce(json_agg(${JSON_ACTION} order by a.rang), '[]')
  from action a where a.contrat_id = f.contrat_id and a.fiche_id = f.id)`;

const DECLINAISONS = `
  (select coalesce(json_agg(${JSON_DECLINAISON} order by o.nom collate "fr-x-icu", d.qpv_code nulls first), '[]')
  from ${TABLES_DECLINAISON} where d.contrat_id = f.contrat_id and d.fiche_id = f.id)`;

/**
 * One fiche with everything, and what deciding the caller's rights needs. $1 contrat, $2 statuts that the caller may
 * see, $3 their organisation; the condition names the fiche with what follows.
 */
const lecture = (condition: string): string => `
  select json_build_object(
      'id', f.id, 'code', f.code, 'version', f.version, 'statut', f.statut,
      'contrat', json_build_object('id', c.id, 'titre', c.titre, 'anneeDebut', c.annee_debut, 'anneeFin', c.annee_fin),
      'enjeu', json_build_object('id', e.id, 'type', e.type, 'numero', e.numero, 'intitule', e.intitule, 'couleur', e.couleur),
      'orientationTexte', (
        select r.texte from fiche_reference fr join orientation r on (r.contrat_id, r.id) = (fr.contrat_id, fr.orientation_id)
        where fr.contrat_id = f.contrat_id and fr.fiche_id = f.id and fr.champ = 'orientation'),
      'contenu', f.contenu, 'champs', f.champs,
      'meteo', (select m.meteo from meteo_fiche m where m.contrat_id = f.contrat_id and m.fiche_id = f.id),
      'actions', ${ACTIONS}, 'declinaisons', ${DECLINAISONS}, 'indicateurs', ${INDICATEURS}
    ) as fiche,
    array(select p.organisation_id::text from perimetre_fiche p where p.contrat_id = f.contrat_id and p.fiche_id = f.id) as perimetre,
    (select json_build_object('commune', o.commune_code, 'qpv', array(
        select qc.qpv_code from qpv_commune qc where qc.contrat_id = o.contrat_id and qc.commune_code = o.commune_code order by 1))
      from organisation o where o.contrat_id = f.contrat_id and o.id = $3 and o.commune_code is not null) as ville
  from fiche f
  join contrat c on c.id = f.contrat_id
  join enjeu e on (e.contrat_id, e.id) = (f.contrat_id, f.enjeu_id)
  where f.contrat_id = $1 and f.statut = any($2) and ${condition}`;

/** Statement that reads a fiche by its id ($4). */
export const FICHE_PAR_ID = lecture('f.id = $4');
/** Statement that reads a fiche by its code: letter ($4), enjeu ($5), rank ($6). */
export const FICHE_PAR_CODE = lecture('(f.lettre, f.enjeu_numero, f.rang) = ($4, $5, $6)');
