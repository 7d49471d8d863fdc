import { createTestDatabases, startTestServer, type TestDatabases } from '../postgres/test-databases.mts';
import { build } from './build.mts';
import { freePort } from './free-port.mts';
import { prepareDatabase, startProduct, type Product } from './product.mts';

/** The product on trial, and the address of an empty database beside its own, for who starts another one. */
export type DemoProduct = Pick<Product, 'url' | 'stop'> & { emptyDatabaseUrl: string };

/** Serves the built product on a fresh database with the demo contrat; all of it disappears when it is stopped. */
export async function startDemoProduct(): Promise<DemoProduct> {
  await build();
  const server = await startTestServer();
  let product: Product | null = null;
  let database: TestDatabases | null = null;
  const stop = async (): Promise<void> => {
    await product?.stop();
    await database?.drop();
    await server.stop();
  };
  try {
    database = await createTestDatabases(server.url, 2, () => Promise.resolve());
    const options = {
      databaseUrl: database.pattern.replace('WORKER', '1'),
      host: '127.0.0.1',
      port: await freePort(),
      demo: true,
      logs: false,
    };
    await prepareDatabase(options);
    product = await startProduct(options);
    return { url: product.url, stop, emptyDatabaseUrl: database.pattern.replace('WORKER', '2') };
  } catch (error) {
    await stop();
    throw error;
  }
}
