import type { TypeIndicateur } from '@pleniere/indicateurs/domain';
import type { PeriodeContrat } from '@pleniere/shared/domain';
import { introuvable } from '@pleniere/shared/api';
import type { EntityManager } from 'typeorm';
import { FicheEntity } from './fiche.entity';

/** Reads a fiche and keeps it from changing until the end of the transaction; throws 404 when the contrat has no such one. */
export async function verrouillerFiche(tx: EntityManager, contratId: string, id: string): Promise<FicheEntity> {
  const fiche = await tx.findOne(FicheEntity, { where: { contratId, id }, lock: { mode: 'pessimistic_write' } });
  if (!fiche) throw introuvable('Cette fiche');
  return fiche;
}

/** Years of the contrat. */
export async function periodeDuContrat(tx: EntityManager, contratId: string): Promise<PeriodeContrat> {
  const [periode] = await tx.query<PeriodeContrat[]>(
    'select annee_debut as "anneeDebut", annee_fin as "anneeFin" from contrat where id = $1',
    [contratId],
  );
  if (!periode) throw introuvable('Ce contrat de ville');
  return periode;
}

/** Types of indicator that the fiche has; completeness counts them. */
export async function typesIndicateur(tx: EntityManager, { contratId, id }: FicheEntity): Promise<TypeIndicateur[]> {
  const types = await tx.query<{ type: TypeIndicateur }[]>(
    'select distinct type from indicateur where contrat_id = $1 and fiche_id = $2',
    [contratId, id],
  );
  return types.map(({ type }) => type);
}
