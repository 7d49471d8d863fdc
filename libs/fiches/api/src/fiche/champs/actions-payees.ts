import type { ContenuFiche } from '@pleniere/fiches/domain';
import type { ErreurDeChamp } from '@pleniere/shared/domain';
import type { EntityManager } from 'typeorm';
import type { FicheEntity } from '../fiche.entity';

type Lignes = ContenuFiche['lignesBudget'];

const ACTIONS = 'select id, fiche_id as "ficheId" from action where contrat_id = $1 and id = any($2::uuid[])';

/** Lines of budget with the actions that they pay: one of another fiche is refused, one that is gone leaves its lines. */
export async function verifierActionsPayees(
  tx: EntityManager,
  { contratId, id }: Pick<FicheEntity, 'contratId' | 'id'>,
  lignes: Lignes,
): Promise<{ lignes: Lignes; refus: ErreurDeChamp[] }> {
  const nommees = lignes.flatMap(({ actionId }) => actionId ?? []);
  if (nommees.length === 0) return { lignes, refus: [] };
  const connues = await tx.query<{ id: string; ficheId: string }[]>(ACTIONS, [contratId, nommees]);
  const fiches = new Map(connues.map((action) => [action.id, action.ficheId]));
  return {
    lignes: lignes.map((ligne) =>
      ligne.actionId && !fiches.has(ligne.actionId) ? { ...ligne, actionId: null } : ligne,
    ),
    refus: lignes.flatMap(({ actionId }, rang) =>
      actionId && fiches.has(actionId) && fiches.get(actionId) !== id
        ? [{ pointer: `/${rang}/actionId`, detail: 'Cette action est celle d’une autre fiche.' }]
        : [],
    ),
  };
}

/** The same lines once an action is gone; null when none of them paid it. */
export function sansAction(lignes: Lignes | undefined, actionId: string): Lignes | null {
  if (!lignes?.some((ligne) => ligne.actionId === actionId)) return null;
  return lignes.map((ligne) => (ligne.actionId === actionId ? { ...ligne, actionId: null } : ligne));
}
