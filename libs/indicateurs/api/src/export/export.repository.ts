import { Injectable } from '@nestjs/common';
import type { Acteur } from '@pleniere/acces/domain';
import {
  type IndicateurImportable,
  type Poids,
  SEUIL_PUBLICATION,
  type TerritoireImportable,
  type Valeur,
  type ValeurCalculeeExportee,
} from '@pleniere/indicateurs/domain';
import { Base } from '@pleniere/shared/api';
import { COURANTE } from '../calculs/calculs.reader';
import { indicateurJson, POIDS_JSON, VALEUR_JSON } from '../json';
import type { VilleDeLActeur } from '../valeurs/plume';

/** An indicator with the organisations that produce its values, and the weights of its mean. */
export type IndicateurExporte = IndicateurImportable & { organisationIds: string[]; poids: Poids[] };

/** What an export stands on, beside the values. */
export interface CadreExport {
  /** Smallest count that those who did not produce it may read. */
  seuil: number;
  indicateurs: IndicateurExporte[];
  /** With the communes that each is part of. */
  territoires: (TerritoireImportable & { communes: string[] })[];
  /** The reader's ville, when their organisation is one. */
  ville: VilleDeLActeur | null;
}

const INDICATEUR = indicateurJson(`'fiche', f.code, 'organisationIds', array(
    select p.organisation_id from perimetre_fiche p where (p.contrat_id, p.fiche_id) = (i.contrat_id, i.fiche_id)
    union select i.responsable_id where i.responsable_id is not null),
  'poids', case when i.agregation = 'moyenne-ponderee' then ${POIDS_JSON} else '[]' end`);

// A lecteur reads the fiches in force ($2 tells whether the caller sees the others); nobody exports an archived one.
const CADRE = `
select json_build_object(
  'seuil', (select seuil_publication from contrat where id = $1),
  'indicateurs', (
    select coalesce(json_agg(${INDICATEUR} order by f.lettre desc nulls last, f.enjeu_numero, f.rang, i.ordre, i.id), '[]')
    from indicateur i left join fiche f on (f.contrat_id, f.id) = (i.contrat_id, i.fiche_id)
    where i.contrat_id = $1 and ($3::uuid is null or i.fiche_id = $3)
      and (i.fiche_id is null or f.statut <> 'archive' and ($2 or f.en_vigueur is not null))),
  'territoires', (
    select json_agg(json_build_object('code', t.code, 'noms', array[t.nom], 'communes', t.communes) order by t.rang, t.nom)
    from (
      select 1 as rang, 'contrat' as code, titre_court as nom, array[]::text[] as communes from contrat where id = $1
      union all
      select 2, code, nom, array[code] from commune where contrat_id = $1
      union all
      select 3, q.code, coalesce(q.libelle_editorial, q.libelle), array(
        select commune_code from qpv_commune qc where (qc.contrat_id, qc.qpv_code) = (q.contrat_id, q.code))
      from qpv q where q.contrat_id = $1
    ) t),
  'ville', (
    select json_build_object('commune', o.commune_code, 'qpv', array(
      select qc.qpv_code from qpv_commune qc where qc.contrat_id = o.contrat_id and qc.commune_code = o.commune_code))
    from organisation o where o.contrat_id = $1 and o.id = $4 and o.commune_code is not null)
) as reponse`;

const VALEURS = `
  select coalesce(json_agg(${VALEUR_JSON} order by v.annee, v.territoire, v.ventilation), '[]') as reponse
  from valeur v where v.contrat_id = $1 and v.indicateur_id = any($2::uuid[])`;

const CALCULEES = `
  select coalesce(json_agg(json_build_object('indicateurId', c.indicateur_id, 'annee', c.annee, 'territoire', c.territoire,
    'calcul', c.calcul, 'valeur', c.valeur, 'formuleVersion', c.formule_version, 'empreinte', c.empreinte, 'calculeLe', c.calcule_le)
    order by c.annee, c.territoire), '[]') as reponse
  from valeur_calculee c join indicateur i on (i.contrat_id, i.id, i.calcul) = (c.contrat_id, c.indicateur_id, c.calcul)
  where c.contrat_id = $1 and c.indicateur_id = any($2::uuid[]) and c.valeur is not null and ${COURANTE}`;

/** Reads of the exports. */
@Injectable()
export class ExportRepository {
  constructor(private readonly base: Base) {}

  /** Indicators that the caller may read, of one fiche or of all, and the territories of the contrat. */
  async cadre({ contratId, role, organisationId }: Acteur, ficheId?: string): Promise<CadreExport> {
    const valeurs = [contratId, role !== 'lecteur', ficheId ?? null, organisationId];
    const [ligne] = await this.base.lire<{ reponse: CadreExport }>('export-cadre', CADRE, valeurs);
    return ligne?.reponse ?? { seuil: SEUIL_PUBLICATION, indicateurs: [], territoires: [], ville: null };
  }

  /** Values of some indicators, in the order of years and territories. */
  async valeurs({ contratId }: Acteur, indicateurIds: readonly string[]): Promise<Valeur[]> {
    const [ligne] = await this.base.lire<{ reponse: Valeur[] }>('export-valeurs', VALEURS, [contratId, indicateurIds]);
    return ligne?.reponse ?? [];
  }

  /** What stands of the values computed from facts, in the same order. */
  async calculees({ contratId }: Acteur, indicateurIds: readonly string[]): Promise<ValeurCalculeeExportee[]> {
    type Lue = { reponse: ValeurCalculeeExportee[] };
    const [ligne] = await this.base.lire<Lue>('export-calculees', CALCULEES, [contratId, indicateurIds]);
    return ligne?.reponse ?? [];
  }
}
