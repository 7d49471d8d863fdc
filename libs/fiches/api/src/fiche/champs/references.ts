import { referencesDe, type ChampId, type ContenuFiche } from '@pleniere/fiches/domain';
import type { EntityManager } from 'typeorm';

const RATTACHER = `
  insert into fiche_reference (contrat_id, fiche_id, champ, organisation_id, categorie, personne_id, qpv_code, commune_code, orientation_id)
  select distinct $1::uuid, $2::uuid, $3, r."organisationId", r.categorie, r."personneId", r."qpvCode", r."communeCode", r."orientationId"
  from jsonb_to_recordset($4::jsonb) as r("organisationId" uuid, categorie text, "personneId" uuid, "qpvCode" text,
    "communeCode" text, "orientationId" uuid)`;

/** Keys to everything that a field of a fiche names, so that it cannot vanish. */
export async function rattacher<C extends ChampId>(
  tx: EntityManager,
  contratId: string,
  ficheId: string,
  champ: C,
  valeur: ContenuFiche[C] | undefined,
): Promise<void> {
  if (valeur === undefined) return;
  await tx.query(RATTACHER, [contratId, ficheId, champ, JSON.stringify(referencesDe(champ, valeur))]);
}
