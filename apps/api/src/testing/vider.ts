import type { INestApplication } from '@nestjs/common';
import { Taches } from '@pleniere/shared/api';

/** Does at once the jobs that are due, of one name or of all, and gives what failed: the tests run no worker. */
export async function vider(app: INestApplication, nom?: string): Promise<unknown[]> {
  const taches = app.get(Taches);
  const echecs: unknown[] = [];
  for (const une of nom === undefined ? taches.noms : [nom]) echecs.push(...(await taches.faire(une)));
  return echecs;
}
