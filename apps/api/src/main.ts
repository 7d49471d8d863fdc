import 'reflect-metadata';
import { ComptesDemo } from '@pleniere/acces/api';
import { lireConfig } from '@pleniere/shared/api';
import { creerApplication } from './application';
import { COMPTES_DEMO } from './seeds/demo/comptes';

async function demarrer(): Promise<void> {
  const config = lireConfig(process.env);
  const app = await creerApplication(config);
  if (config.modeDemo) app.get(ComptesDemo).liste = COMPTES_DEMO;
  await app.listen(config.port, config.host);
}

demarrer().catch((erreur: unknown) => {
  process.stderr.write(`${erreur instanceof Error ? (erreur.stack ?? erreur.message) : String(erreur)}\n`);
  process.exit(1);
});
