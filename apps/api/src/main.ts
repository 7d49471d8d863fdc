import 'reflect-metadata';
import { lireConfig } from '@pleniere/shared/api';
import { creerApplication } from './application';

async function demarrer(): Promise<void> {
  const config = lireConfig(process.env);
  const app = await creerApplication(config);
  await app.listen(config.port, config.host);
}

demarrer().catch((erreur: unknown) => {
  process.stderr.write(`${erreur instanceof Error ? (erreur.stack ?? erreur.message) : String(erreur)}\n`);
  process.exit(1);
});
