import type { Config } from 'jest';
import { createTestDatabases, startTestServer } from '../postgres/test-databases.mts';
import { createDataSource } from '../../apps/api/src/database/data-source';

async function migrate(url: string): Promise<void> {
  const dataSource = await createDataSource(url).initialize();
  await dataSource.runMigrations();
  await dataSource.destroy();
}

/** One PostgreSQL for the run, one migrated database per worker. */
export default async function globalSetup({ maxWorkers = 1 }: Config): Promise<void> {
  const server = await startTestServer();
  try {
    const databases = await createTestDatabases(server.url, Number(maxWorkers), migrate);
    process.env['PLENIERE_TEST_DATABASES'] = databases.pattern;
    globalThis.stopTestDatabases = async () => {
      await databases.drop();
      await server.stop();
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
