import { type Base, introuvable } from '@pleniere/shared/api';

const EXISTE = 'select 1 from consultation where (contrat_id, id) = ($1, $2)';

/** Throws 404 when the contrat has no such consultation: a list of nothing would say that it is empty. */
export async function exigerConsultation(base: Base, contratId: string, id: string): Promise<void> {
  const [ligne] = await base.lire<object>('consultation-existe', EXISTE, [contratId, id]);
  if (!ligne) throw introuvable('Cette consultation');
}
