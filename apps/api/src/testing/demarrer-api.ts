import type { INestApplication } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { type Config, lireConfig, Taches } from '@pleniere/shared/api';
import { databaseUrlForWorker } from '@pleniere/shared/testing';
import { setTimeout as attendre } from 'node:timers/promises';
import { creerApplication } from '../application';

/** Starts the real application on this worker's database, without a listening port or workers (see `vider`); closed after the file's tests. */
export async function demarrerApi(reglages: Partial<Config> = {}): Promise<NestExpressApplication> {
  const env = { DATABASE_URL: databaseUrlForWorker(), LOG_LEVEL: 'silent', MODE_DEMO: 'false', TACHES: 'false' };
  const config = lireConfig(env);
  const app = await creerApplication(Object.assign(config, reglages));
  await app.init();
  return app;
}

/** Does at once the jobs that are due, of one name or of all, and gives what failed: the tests run no worker. */
export async function vider(app: INestApplication, nom?: string): Promise<unknown[]> {
  const taches = app.get(Taches);
  const echecs: unknown[] = [];
  for (const une of nom === undefined ? taches.noms : [nom]) echecs.push(...(await taches.faire(une)));
  return echecs;
}

const TOURS_MAX = 1_000;

/** Waits until it is so; gives up, and fails, after ten seconds or so. */
export async function jusqua(vrai: () => boolean | Promise<boolean>): Promise<void> {
  for (let tour = 0; !(await vrai()); tour++) {
    if (tour > TOURS_MAX) throw new Error(`waited in vain: ${vrai.toString()}`);
    await attendre(10);
  }
}
