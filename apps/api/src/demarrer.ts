import 'reflect-metadata';
import { lireConfig } from '@pleniere/shared/api';
import { creerApplication } from './application';

/** Reads the settings, builds the application and listens. */
export async function demarrer(env: NodeJS.ProcessEnv): Promise<void> {
  const config = lireConfig(env);
  const app = await creerApplication(config);
  await app.listen(config.port, config.host);
}
