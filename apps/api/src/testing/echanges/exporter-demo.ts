import type { Echange } from '@pleniere/restitution/domain';
import { exporterContrat } from '@pleniere/restitution/api';
import { databaseUrlForWorker } from '@pleniere/shared/testing';
import { createDataSource } from '../../database/data-source';
import { chargerDemo } from '../../seeds/demo/charger-demo';

/** The main demo contrat as an exchange file, from a database of its own that is dropped at once. */
export async function exporterDemo(): Promise<Echange> {
  const base = new URL(databaseUrlForWorker());
  const modele = base.pathname.slice(1).replace(/\d+$/, 'modele');
  const copie = base.pathname.slice(1).replace(/\d+$/, `echange_${process.env['JEST_WORKER_ID']}`);
  const serveur = await createDataSource(base.href).initialize();
  await serveur.query(`create database ${copie} template ${modele}`);
  const source = await createDataSource(new URL(copie, base).href).initialize();
  try {
    await chargerDemo(source);
    const [contrat] = await source.query<{ id: string }[]>(`select id from contrat where epci_siren = '243700754'`);
    return await exporterContrat(source.manager, contrat?.id ?? '');
  } finally {
    await source.destroy();
    await serveur.query(`drop database ${copie}`);
    await serveur.destroy();
  }
}
