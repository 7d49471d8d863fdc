import type { NestExpressApplication } from '@nestjs/platform-express';
import { Base, lireConfig, Taches } from '@pleniere/shared/api';
import { databaseUrlForWorker } from '@pleniere/shared/testing';
import { randomUUID } from 'node:crypto';
import { Client as ClientPg } from 'pg';
import { PgBoss } from 'pg-boss';
import { creerApplication } from '../../application';
import { demarrerApi, jusqua, vider } from '../../testing';

describe('jobs', () => {
  let app: NestExpressApplication;
  const faits: string[] = [];
  const nom = `essai-${randomUUID()}`;
  let refus = 0;

  beforeAll(async () => {
    app = await preparer({ taches: false });
  });
  afterAll(() => app.close());
  beforeEach(() => {
    faits.length = 0;
  });

  /** An application that knows the job of the test, as a module would have told it. */
  async function preparer(reglages: { taches: boolean }): Promise<NestExpressApplication> {
    const config = lireConfig({ DATABASE_URL: databaseUrlForWorker(), LOG_LEVEL: 'silent' });
    const une = await creerApplication(Object.assign(config, reglages));
    une.get(Taches).definir<{ mot: string }>(
      nom,
      ({ mot }) => {
        faits.push(mot);
        if (refus-- > 0) throw new Error('pas cette fois');
        return Promise.resolve();
      },
      { essais: 3, delai: 600 },
    );
    une.get(Taches).planifier(nom, '0 7 * * 1');
    return une.init();
  }

  const ajouter = (mot: string, options?: { cle?: string; apres?: Date }) =>
    app.get(Base).transaction((tx) => app.get(Taches).ajouter(tx, nom, { mot }, options));

  /** Makes due what waits for its next try. */
  const hater = () => app.get(Base).pool.query('update pgboss.job set start_after = now() where name = $1', [nom]);

  it('exist when the transaction that adds them commits, and only then', async () => {
    await ajouter('gardée');
    const annulee = app.get(Base).transaction(async (tx) => {
      await app.get(Taches).ajouter(tx, nom, { mot: 'annulée' });
      throw new Error('annulé');
    });
    await expect(annulee).rejects.toThrow('annulé');
    expect(await vider(app, nom)).toEqual([]);
    expect(faits).toEqual(['gardée']);
    await vider(app, nom);
    expect(faits).toEqual(['gardée']);
  });

  it('wait once under one key, and may come again once done', async () => {
    expect(await ajouter('une', { cle: 'k' })).toBe(true);
    expect(await ajouter('deux', { cle: 'k' })).toBe(false);
    expect(await ajouter('trois', { cle: 'autre' })).toBe(true);
    await vider(app, nom);
    expect(faits.sort()).toEqual(['trois', 'une']);
    expect(await ajouter('encore', { cle: 'k' })).toBe(true);
    await vider(app, nom);
    expect(faits).toContain('encore');
  });

  it('are not done before their moment', async () => {
    await ajouter('plus tard', { apres: new Date(Date.now() + 3_600_000) });
    await vider(app, nom);
    expect(faits).toEqual([]);
    await app.get(PgBoss).deleteQueuedJobs(nom);
  });

  it('come on their schedule, in Paris time, for all replicas together', async () => {
    const replique = await preparer({ taches: false });
    await replique.close();
    const horaires = await app.get(PgBoss).getSchedules(nom);
    expect(horaires.map(({ cron, timezone }) => [cron, timezone])).toEqual([['0 7 * * 1', 'Europe/Paris']]);
  });

  it('come back after a failure, until they are given up', async () => {
    refus = 1;
    await ajouter('reprise');
    expect(await vider(app, nom)).toEqual([expect.objectContaining({ message: 'pas cette fois' })]);
    await vider(app, nom);
    expect(faits).toEqual(['reprise']);
    await hater();
    await vider(app, nom);
    expect(faits).toEqual(['reprise', 'reprise']);

    refus = 9;
    await ajouter('abandon');
    for (let essai = 0; essai < 5; essai++) {
      await vider(app, nom);
      await hater();
    }
    refus = 0;
    expect(faits.filter((mot) => mot === 'abandon')).toHaveLength(3);
    expect((await app.get(PgBoss).findJobs(nom, { data: { mot: 'abandon' } })).map(({ state }) => state)).toEqual([
      'failed',
    ]);
  });

  it('are each done by one replica, at once, and stop with it', async () => {
    const repliques = [await preparer({ taches: true }), await preparer({ taches: true })];
    const mots = Array.from({ length: 40 }, (_, rang) => `lot-${rang}`);
    await app.get(Base).transaction(async (tx) => {
      for (const mot of mots) await app.get(Taches).ajouter(tx, nom, { mot });
    });
    await jusqua(() => faits.length >= mots.length);
    await Promise.all(repliques.map((une) => une.close()));
    expect(faits.sort()).toEqual(mots.sort());
  });

  it('go on after PostgreSQL has cut every connection of the queue', async () => {
    const replique = await preparer({ taches: true });
    const admin = new ClientPg({ connectionString: databaseUrlForWorker() });
    await admin.connect();
    await admin.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = 'pleniere-taches'`);
    await admin.end();
    await jusqua(() => ajouter('après').then(Boolean, () => false));
    await jusqua(() => faits.includes('après'));
    await replique.close();
  });
});

it('run by themselves in no test', async () => {
  const app = await demarrerApi();
  expect(app.get(PgBoss).getWipData()).toEqual([]);
  await app.close();
});
