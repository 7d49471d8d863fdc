import type { LienContribution } from '@pleniere/participation/domain';

/** Page where what was said is read. */
export function adresseDeLaSource({
  sorte,
  id,
  consultationId,
}: Pick<LienContribution['source'], 'sorte' | 'id' | 'consultationId'>): (string | null)[] {
  if (sorte === 'question') return ['/participation/questions', id];
  if (sorte === 'seance') return ['/participation/seances', id];
  return ['/participation/consultations', consultationId, sorte === 'idee' ? 'idees' : 'resultats'];
}
