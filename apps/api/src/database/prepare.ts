import 'reflect-metadata';
import { lireConfig } from '@pleniere/shared/api';
import { arreterEnDisant } from '../commandes/expliquer';
import { proposerCode } from '../premier-contrat/code-installation';
import { chargerDemo } from '../seeds/demo/charger-demo';
import { createDataSource } from './data-source';

const CLE_VERROU = 742_024;

const direCode = (adresse: string, code: string) =>
  `Aucun contrat encore. Ouvrez ${adresse}/installation et donnez ce code : ${code}\n`;

/** Brings the database to the schema of this version; in demo mode, fills an empty one. Two starts at once take turns. */
async function preparer(): Promise<void> {
  const config = lireConfig(process.env);
  const source = await createDataSource(config.databaseUrl).initialize();
  const verrou = source.createQueryRunner();
  try {
    await verrou.query('select pg_advisory_lock($1)', [CLE_VERROU]);
    await source.runMigrations();
    if (config.modeDemo) await chargerDemo(source, config.adresse);
    const code = await proposerCode(source);
    if (code !== null) process.stdout.write(direCode(config.adresse, code));
  } finally {
    await verrou.query('select pg_advisory_unlock($1)', [CLE_VERROU]);
    await verrou.release();
    await source.destroy();
  }
}

preparer().catch((erreur: unknown) => {
  arreterEnDisant(erreur, 1);
});
