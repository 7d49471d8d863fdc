import type { Echange } from '@pleniere/restitution/domain';
import { exporterContrat } from '@pleniere/restitution/api';
import { ouvrirDemo } from '../poser/demo';

/** The main demo contrat as an exchange file, from a database of its own that is dropped at once. */
export async function exporterDemo(): Promise<Echange> {
  const { source, fermer } = await ouvrirDemo('echange');
  try {
    const [contrat] = await source.query<{ id: string }[]>(`select id from contrat where epci_siren = '243700754'`);
    return await exporterContrat(source.manager, contrat?.id ?? '');
  } finally {
    await fermer();
  }
}
