import { Injectable } from '@nestjs/common';
import type { EtatQpv, EtatReferentiel, ReferencePopulation } from '@pleniere/contrat/domain';
import type { EntityManager } from 'typeorm';
import { EN_VIGUEUR_DEPUIS } from '../referentiel/referentiel';
import type { EcritureReferentiel } from './imports-referentiel.repository';

const COMMUNE = `
  insert into commune (contrat_id, code, nom) values ($1, $2, $3)
  on conflict (contrat_id, code) do update set nom = excluded.nom`;

const COMMUNES_ABSENTES = `
  insert into commune (contrat_id, code, nom)
  select $1, l.code, l.nom from jsonb_to_recordset($2::jsonb) as l(code text, nom text)
  on conflict do nothing returning code, nom`;

const QPV = `
  insert into qpv (contrat_id, code, libelle, contour, generation, valid_from) values ($1, $2, $3, $4, 2024, $5)
  on conflict (contrat_id, code) do update
  set libelle = excluded.libelle, contour = excluded.contour, version = qpv.version + 1
  returning version`;

const DETACHER = `
  delete from qpv_commune where contrat_id = $1 and qpv_code = $2 and commune_code <> all($3::text[])`;

const RATTACHER = `
  insert into qpv_commune (contrat_id, qpv_code, commune_code) select $1, $2, unnest($3::text[]) on conflict do nothing`;

const POPULATION = `
  insert into reference_population (contrat_id, qpv_code, millesime, population, source) values ($1, $2, $3, $4, $5)
  on conflict (contrat_id, qpv_code, millesime) do update
  set population = excluded.population, source = excluded.source`;

/** Writes of an import, and what takes them away. */
@Injectable()
export class EcrituresReferentiel {
  /** Writes one state; answers the version of the QPV, and the communes that had to be added for it. */
  async ecrire(tx: EntityManager, contratId: string, ecriture: EtatReferentiel): Promise<Ecrit> {
    const { code } = ecriture;
    if (ecriture.sur === 'qpv') return this.ecrireQpv(tx, contratId, code, ecriture.etat);
    if (ecriture.sur === 'commune') await tx.query(COMMUNE, [contratId, code, ecriture.etat.nom]);
    else await this.ecrirePopulation(tx, contratId, code, ecriture.etat);
    return { version: 0, communes: [] };
  }

  /** Takes away what an import created; the database refuses when something names it. */
  async retirer(tx: EntityManager, contratId: string, { sur, code, etat }: EtatReferentiel): Promise<void> {
    if (sur === 'qpv') await tx.query('delete from qpv where contrat_id = $1 and code = $2', [contratId, code]);
    if (sur === 'commune') await tx.query('delete from commune where contrat_id = $1 and code = $2', [contratId, code]);
    if (sur !== 'population') return;
    await tx.query('delete from reference_population where contrat_id = $1 and qpv_code = $2 and millesime = $3', [
      contratId,
      code,
      etat.millesime,
    ]);
  }

  private async ecrireQpv(tx: EntityManager, contratId: string, code: string, etat: EtatQpv): Promise<Ecrit> {
    const { libelle, communes, contour } = etat;
    const codes = communes.map((commune) => commune.code);
    const ajoutees = await tx.query<{ code: string; nom: string }[]>(COMMUNES_ABSENTES, [
      contratId,
      JSON.stringify(communes),
    ]);
    const valeurs = [contratId, code, libelle, contour && JSON.stringify(contour), EN_VIGUEUR_DEPUIS];
    const [ligne] = await tx.query<{ version: number }[]>(QPV, valeurs);
    await tx.query(DETACHER, [contratId, code, codes]);
    await tx.query(RATTACHER, [contratId, code, codes]);
    return {
      version: ligne?.version ?? 0,
      communes: ajoutees.map(({ code: commune, nom }) => ({
        avant: null,
        apres: { sur: 'commune', code: commune, etat: { nom } },
        version: 0,
      })),
    };
  }

  private async ecrirePopulation(
    tx: EntityManager,
    contratId: string,
    code: string,
    { millesime, population, source }: ReferencePopulation,
  ): Promise<void> {
    await tx.query(POPULATION, [contratId, code, millesime, population, source]);
  }
}

interface Ecrit {
  version: number;
  communes: EcritureReferentiel[];
}
