import 'reflect-metadata';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Arret, Direct, lireConfig } from '@pleniere/shared/api';
import { creerApplication } from './application';

/** Under what supervisors allow (30 s): what is still open then is cut, for it may wait for a network that went mute. */
const FIN_MS = 20_000;

/** Stops without losing a request: told first, then no new connection, what is under way finishes, the database last. */
async function arreter(app: NestExpressApplication): Promise<void> {
  await app.get(Arret).annoncer();
  setTimeout(() => process.exit(), FIN_MS).unref();
  await app.close();
}

/** Reads the settings, builds the application, listens, and stops when it is asked to. */
export async function demarrer(env: NodeJS.ProcessEnv): Promise<void> {
  const config = lireConfig(env);
  const app = await creerApplication(config);
  const finir = () => void arreter(app).finally(() => process.exit());
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(signal, finir);
  await app.listen(config.port, config.host);
  app.get(Direct).reprendre();
}
