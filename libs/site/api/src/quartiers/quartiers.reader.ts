import { Injectable } from '@nestjs/common';
import { Base, introuvable } from '@pleniere/shared/api';
import type { QuartierDuSite, QuartierDuSiteLu } from './quartier';

const NOM = 'coalesce(q.libelle_editorial, q.libelle)';

const QUARTIER = `'code', q.code, 'nom', ${NOM}, 'contour', q.contour, 'communes', (
  select coalesce(json_agg(co.nom order by co.nom collate "fr-x-icu"), '[]')
  from qpv_commune qc join commune co on (co.contrat_id, co.code) = (qc.contrat_id, qc.commune_code)
  where (qc.contrat_id, qc.qpv_code) = (q.contrat_id, q.code))`;

const AUJOURDHUI = `(now() at time zone 'Europe/Paris')::date`;
const ACTUELS = `q.contrat_id = $1 and q.valid_from <= ${AUJOURDHUI} and (q.valid_to is null or q.valid_to > ${AUJOURDHUI})`;

const TOUS = `
  select coalesce(json_agg(json_build_object(${QUARTIER}) order by ${NOM} collate "fr-x-icu"), '[]') as reponse
  from qpv q where ${ACTUELS}`;

const MESURES = `
  select coalesce(json_agg(json_build_object('fiche', json_build_object('code', f.code, 'titre', f.titre), 'indicateur',
    json_build_object('libelle', i.libelle, 'type', i.type, 'nature', i.nature, 'unite', i.unite, 'decimales', i.decimales,
      'maille', i.maille, 'agregation', i.agregation, 'modalites', i.modalites, 'cibles', '[]'::json,
      'seuil', (select c.seuil_publication from contrat c where c.id = $1), 'valeurs', v.valeurs))
    order by f.lettre desc, f.enjeu_numero, f.rang, i.ordre, i.id), '[]')
  from indicateur i
  join fiche_en_vigueur f on (f.contrat_id, f.id) = (i.contrat_id, i.fiche_id)
  cross join lateral (
    select json_agg(json_build_object('annee', v.annee, 'territoire', v.territoire, 'valeur',
      coalesce(to_jsonb(v.valeur_num), to_jsonb(v.valeur_texte), to_jsonb(v.modalites))) order by v.annee) as valeurs
    from valeur v where (v.contrat_id, v.indicateur_id, v.territoire) = (i.contrat_id, i.id, q.code)
      and v.absence is null and v.ventilation = 'total') v
  where i.contrat_id = $1 and i.maille = 'qpv' and i.visibilite = 'public' and v.valeurs is not null`;

const UN = `
  select json_build_object(${QUARTIER},
    'population', (
      select json_build_object('millesime', r.millesime, 'population', r.population, 'source', r.source)
      from reference_population r where (r.contrat_id, r.qpv_code) = (q.contrat_id, q.code)
      order by r.millesime desc limit 1),
    'mesures', (${MESURES})) as reponse
  from qpv q where ${ACTUELS} and q.code = $2`;

/** Quartiers of a contrat as residents know them. */
@Injectable()
export class QuartiersReader {
  constructor(private readonly base: Base) {}

  async lister(contratId: string): Promise<QuartierDuSite[]> {
    const [ligne] = await this.base.lire<{ reponse: QuartierDuSite[] }>('site-quartiers', TOUS, [contratId]);
    return ligne?.reponse ?? [];
  }

  /** One quartier by its code; throws 404. */
  async lire(contratId: string, code: string): Promise<QuartierDuSiteLu> {
    const [ligne] = await this.base.lire<{ reponse: QuartierDuSiteLu }>('site-quartier', UN, [contratId, code]);
    if (!ligne) throw introuvable('Ce quartier');
    return ligne.reponse;
  }
}
