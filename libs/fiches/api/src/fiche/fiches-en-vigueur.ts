import { type Action, codeAction } from '@pleniere/fiches/domain';
import type { EntityManager } from 'typeorm';
import type { FicheBrute } from './droits';
import { FICHES_A_FIGER } from './lecture-fiche';

interface Ligne {
  fiche: Omit<FicheBrute, 'actions' | 'indicateurs'> & { actions: (Omit<Action, 'code'> & { rang: number })[] };
  indicateurs: string;
}

/**
 * Those of the fiches that have a text in force, as one transaction sees them, with the avis given on that text and
 * everything that hangs on it; in no particular order.
 */
export async function lireFichesEnVigueur(
  tx: EntityManager,
  contratId: string,
  ids: readonly string[],
): Promise<FicheBrute[]> {
  const lignes = await tx.query<Ligne[]>(FICHES_A_FIGER, [contratId, ['en-vigueur'], null, null, ids]);
  return lignes.map(({ fiche, indicateurs }) => ({
    ...fiche,
    indicateurs: JSON.parse(indicateurs) as FicheBrute['indicateurs'],
    actions: fiche.actions.map(({ rang, ...action }) => ({ ...action, code: codeAction(fiche.code, rang) })),
  }));
}
